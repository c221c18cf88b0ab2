package ai.myrecruiter.picasso.tests.access;

import java.util.Map;

/**
 * What IAM is asked for when a call is made.
 *
 * @param action such as {@code lambda:GetAlias}
 * @param resource its ARN, {@code *} for an action that IAM gives no resource
 * @param context what the service says of the request beside it, by condition key
 */
record Permission(String action, String resource, Map<String, String> context) {
  Permission {
    context = Map.copyOf(context);
  }

  static Permission of(String action, String resource) {
    return new Permission(action, resource, Map.of());
  }

  @Override
  public String toString() {
    return action + " on " + resource + (context.isEmpty() ? "" : " with " + context);
  }
}

package ai.myrecruiter.picasso.runtime.telemetry;

import com.amazonaws.services.lambda.runtime.Context;
import java.util.Optional;

/**
 * Which version of which function is at work, and for which invocation. All of it comes from Lambda
 * and nothing from a caller.
 *
 * @param function name of the function, 1 to 64 letters, digits, hyphens or underscores
 * @param resource {@code function} or {@code function:alias}, the dimension {@code Resource}
 * @param version a number or {@code $LATEST}
 * @param request Lambda's request id, the correlation id of every line of one invocation; empty
 *     outside an invocation
 */
public record Origin(String function, String resource, String version, Optional<OpaqueId> request) {
  private static final String MARKER = ":function:";

  /**
   * Checks the forms.
   *
   * @throws IllegalArgumentException naming value, rule and fix
   */
  public Origin {
    check("function", function, "[a-zA-Z0-9_-]{1,64}");
    check("resource", resource, "[a-zA-Z0-9_-]{1,64}(:[a-zA-Z0-9_$-]{1,128})?");
    check("version", version, "[0-9]{1,18}|\\$LATEST");
  }

  private static void check(String what, String value, String form) {
    if (!value.matches(form)) {
      throw new IllegalArgumentException(
          "%s '%s' must match %s, as Lambda names it".formatted(what, value, form));
    }
  }

  /** What a handler is told of its invocation. */
  public static Origin of(Context context) {
    return of(
        context.getFunctionName(),
        context.getInvokedFunctionArn(),
        context.getFunctionVersion(),
        context.getAwsRequestId());
  }

  /**
   * What the Runtime API tells of an invocation.
   *
   * @param arn as the caller named the function, with the alias if it gave one
   */
  public static Origin of(String function, String arn, String version, String requestId) {
    int at = arn.indexOf(MARKER);
    var resource = at < 0 ? function : arn.substring(at + MARKER.length());
    return new Origin(function, resource, version, OpaqueId.of(requestId));
  }
}

package ai.myrecruiter.picasso.tests.access;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One action on one resource that a role allows.
 *
 * @param function whose role it is, without {@code picasso-<environment>-}
 * @param action such as {@code lambda:GetAlias}
 * @param resource an ARN with stars and question marks
 * @param conditions the values that a condition key may have
 */
record Grant(String function, String action, String resource, Map<String, Set<String>> conditions) {
  /** Whether it lets a call through. */
  boolean allows(Permission needed) {
    return action.equals(needed.action())
        && glob(resource).matcher(needed.resource()).matches()
        && conditions.entrySet().stream()
            .allMatch(it -> it.getValue().contains(needed.context().getOrDefault(it.getKey(), "")));
  }

  private static Pattern glob(String resource) {
    var text = new StringBuilder();
    for (int at = 0; at < resource.length(); at++) {
      char character = resource.charAt(at);
      text.append(
          switch (character) {
            case '*' -> ".*";
            case '?' -> ".";
            default -> Pattern.quote(String.valueOf(character));
          });
    }
    return Pattern.compile(text.toString());
  }

  /** A function with and without its versions and aliases is one resource. */
  Grant withoutVersions() {
    return new Grant(
        function, action, resource.replaceFirst("(:function:[^:]*):\\*$", "$1"), conditions);
  }

  @Override
  public String toString() {
    return "%s: %s on %s".formatted(function, action, resource.replaceFirst("^arn:aws:", ""));
  }
}

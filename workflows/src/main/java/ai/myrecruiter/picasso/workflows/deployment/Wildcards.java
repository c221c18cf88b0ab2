package ai.myrecruiter.picasso.workflows.deployment;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Patterns of IAM: {@code *} for any text, {@code ?} for one character. */
final class Wildcards {
  private Wildcards() {}

  /** Whether everything that {@code narrow} stands for is among what {@code wide} stands for. */
  static boolean covers(String wide, String narrow) {
    if (wide.equals(narrow) || wide.equals("*")) {
      return true;
    }
    var regex =
        Stream.of(wide.split("(?<=[*?])|(?=[*?])"))
            .map(part -> part.equals("*") ? ".*" : part.equals("?") ? "[^*]" : Pattern.quote(part))
            .collect(Collectors.joining());
    return Pattern.compile(regex, Pattern.DOTALL).matcher(narrow).matches();
  }
}

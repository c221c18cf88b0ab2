package ai.myrecruiter.picasso.workflows.contract;

import ai.myrecruiter.picasso.workflows.VersionNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a Java type is called in a finding. */
final class TypeNames {
  private static final Set<Class<?>> WHOLE =
      Set.of(long.class, int.class, Long.class, Integer.class);
  private static final Set<Class<?>> FRACTION = Set.of(double.class, Double.class);

  private TypeNames() {}

  static String of(@Nullable Class<?> type) {
    if (type == null) {
      return "of the form of the contract";
    }
    if (type.isEnum()) {
      return "one of "
          + Arrays.stream(type.getEnumConstants())
              .map(value -> Contracts.toNode(value).asText())
              .collect(Collectors.joining(", "));
    }
    if (Collection.class.isAssignableFrom(type)) {
      return "a list";
    }
    return WHOLE.contains(type)
        ? "a whole number"
        : FRACTION.contains(type) ? "a number" : text(type);
  }

  private static String text(Class<?> type) {
    if (type == String.class) {
      return "a text";
    }
    if (type == boolean.class) {
      return "true or false";
    }
    if (type == Instant.class) {
      return "an instant such as 2026-11-02T08:00:00Z";
    }
    if (type == VersionNumber.class) {
      return "the number of a published version as a text, such as \"7\"";
    }
    return type == Duration.class
        ? "a duration such as 90s, 10m or 1h30m"
        : "of the form of " + type.getSimpleName();
  }
}

package ai.myrecruiter.picasso.local.wire;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/**
 * What the front of AWS checks of a request by the service's model, before the service sees it:
 * members that are required, their patterns, and enumerations. All violations are reported at once.
 *
 * @param required members by the name of the request's type without {@code Request}
 * @param patterns by the name of a member
 */
public record ModelRules(Map<String, List<String>> required, Map<String, Pattern> patterns) {
  private static final String UNKNOWN = "UNKNOWN_TO_SDK_VERSION";
  private static final String REQUEST = "Request";

  /** Copies the rules. */
  public ModelRules {
    required = Map.copyOf(required);
    patterns = Map.copyOf(patterns);
  }

  /**
   * Checks a request.
   *
   * @param refusal makes the service's exception of a message
   */
  public void check(SdkPojo request, Function<String, RuntimeException> refusal) {
    var type = request.getClass().getSimpleName();
    var needed =
        required.getOrDefault(type.substring(0, type.length() - REQUEST.length()), List.of());
    var problems = new ArrayList<String>();
    for (var field : request.sdkFields()) {
      problem(request, field, needed).ifPresent(problems::add);
    }
    if (!problems.isEmpty()) {
      throw refusal.apply(
          "%d validation error%s detected: %s"
              .formatted(
                  problems.size(), problems.size() == 1 ? "" : "s", String.join("; ", problems)));
    }
  }

  private Optional<String> problem(SdkPojo request, SdkField<?> field, List<String> needed) {
    var name = member(field);
    var value = field.getValueOrDefault(request);
    if (value == null || "".equals(value)) {
      return needed.contains(name)
          ? Optional.of(
              "Value %s at '%s' failed to satisfy constraint: Member must not be null"
                  .formatted(value == null ? "null" : "''", name))
          : Optional.empty();
    }
    return outside(request, name)
        .map(values ->
            "Value '%s' at '%s' failed to satisfy constraint: Member must satisfy enum value set: %s"
                .formatted(value, name, values))
        .or(() -> mismatch(name, value));
  }

  private Optional<String> mismatch(String name, Object value) {
    return Optional.ofNullable(patterns.get(name))
        .filter(pattern -> value instanceof String text && !pattern.matcher(text).matches())
        .map(pattern ->
            "Value '%.200s' at '%s' failed to satisfy constraint: Member must satisfy regular expression pattern: %s"
                .formatted(value, name, pattern));
  }

  /** The values of an enumeration that a text, or one of a list, is not among. */
  private static Optional<List<String>> outside(SdkPojo request, String name) {
    var typed = typed(request, name);
    var all = typed instanceof List<?> list ? list.stream() : Stream.ofNullable(typed);
    for (var one : all.toList()) {
      if (one instanceof Enum<?> constant && constant.name().equals(UNKNOWN)) {
        return Optional.of(values(constant.getDeclaringClass()));
      }
    }
    return Optional.empty();
  }

  private static List<String> values(Class<?> enumeration) {
    return Arrays.stream(enumeration.getEnumConstants())
        .filter(it -> !((Enum<?>) it).name().equals(UNKNOWN))
        .map(Object::toString)
        .toList();
  }

  private static @Nullable Object typed(SdkPojo request, String name) {
    try {
      Method getter = request.getClass().getMethod(name);
      return getter.invoke(request);
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(request.getClass() + " has no member " + name, e);
    }
  }

  private static String member(SdkField<?> field) {
    var name = field.memberName();
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }
}

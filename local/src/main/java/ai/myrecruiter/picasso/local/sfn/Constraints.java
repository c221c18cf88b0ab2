package ai.myrecruiter.picasso.local.sfn;

import ai.myrecruiter.picasso.local.engine.StepFunctionsException;
import ai.myrecruiter.picasso.local.engine.StepFunctionsException.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.sfn.model.ExecutionRedriveFilter;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.IncludedData;
import software.amazon.awssdk.services.sfn.model.StateMachineType;
import software.amazon.awssdk.services.sfn.model.ValidateStateMachineDefinitionSeverity;

/**
 * What the service checks of every request before it looks at it: what must be given, and how long
 * it may be. Source: the model of the service.
 */
final class Constraints {
  private record Length(int least, int most) {}

  private static final Length ARN = new Length(1, 256);
  private static final Length DESCRIPTION = new Length(0, 256);
  private static final Length DATA = new Length(0, 262_144);
  private static final Map<String, Length> LENGTHS =
      Map.ofEntries(
          Map.entry("stateMachineArn", ARN),
          Map.entry("executionArn", ARN),
          Map.entry("roleArn", ARN),
          Map.entry("resourceArn", ARN),
          Map.entry("stateMachineAliasArn", ARN),
          Map.entry("stateMachineVersionArn", new Length(1, 2000)),
          Map.entry("name", new Length(1, 80)),
          Map.entry("description", DESCRIPTION),
          Map.entry("versionDescription", DESCRIPTION),
          Map.entry("definition", new Length(1, 1_048_576)),
          Map.entry("input", DATA),
          Map.entry("output", DATA),
          Map.entry("taskToken", new Length(1, 2048)),
          Map.entry("error", new Length(0, 256)),
          Map.entry("cause", new Length(0, 32_768)),
          Map.entry("traceHeader", DESCRIPTION),
          Map.entry("nextToken", new Length(1, 3096)));
  private static final Map<String, Set<?>> VALUES =
      Map.of(
          "statusFilter", ExecutionStatus.knownValues(),
          "redriveFilter", ExecutionRedriveFilter.knownValues(),
          "includedData", IncludedData.knownValues(),
          "type", StateMachineType.knownValues(),
          "severity", ValidateStateMachineDefinitionSeverity.knownValues());
  private static final int MOST_RESULTS = 1000;
  private static final int MOST_DIAGNOSTICS = 100;

  private Constraints() {}

  /**
   * Checks a request.
   *
   * @param required the fields that must be given
   * @throws StepFunctionsException with all that is wrong
   */
  static void check(SdkPojo request, String... required) {
    var problems = new ArrayList<String>();
    for (var field : request.sdkFields()) {
      var name = field.locationName();
      var value = field.getValueOrDefault(request);
      problem(name, value, List.of(required)).ifPresent(problems::add);
    }
    if (!problems.isEmpty()) {
      throw new StepFunctionsException(
          Code.VALIDATION,
          "%d validation error%s detected: %s"
              .formatted(
                  problems.size(), problems.size() == 1 ? "" : "s", String.join("; ", problems)));
    }
  }

  private static Optional<String> problem(
      String name, @Nullable Object value, List<String> required) {
    return switch (value) {
      case null ->
          required.contains(name)
              ? Optional.of(
                  "Value null at '%s' failed to satisfy constraint: Member must not be null"
                      .formatted(name))
              : Optional.empty();
      case String text -> length(name, text).or(() -> member(name, text));
      case Integer number when name.equals("maxResults") -> range(number, MOST_RESULTS);
      default -> Optional.empty();
    };
  }

  /** Checks how many diagnostics are asked for, which are fewer than results of lists. */
  static int diagnostics(@Nullable Integer asked) {
    int most = asked == null || asked == 0 ? MOST_DIAGNOSTICS : asked;
    range(most, MOST_DIAGNOSTICS)
        .ifPresent(problem -> {
          throw new StepFunctionsException(
              Code.VALIDATION, "1 validation error detected: " + problem);
        });
    return most;
  }

  private static Optional<String> range(int number, int most) {
    return number >= 0 && number <= most
        ? Optional.empty()
        : Optional.of(
            "Value '%d' at 'maxResults' failed to satisfy constraint: Member must have value %s"
                .formatted(
                    number,
                    number < 0 ? "greater than or equal to 0" : "less than or equal to " + most));
  }

  private static Optional<String> length(String name, String text) {
    var length = LENGTHS.getOrDefault(name, new Length(0, Integer.MAX_VALUE));
    if (text.length() < length.least()) {
      return Optional.of(failed(text, name, "length greater than or equal to " + length.least()));
    }
    return text.length() > length.most()
        ? Optional.of(failed(text, name, "length less than or equal to " + length.most()))
        : Optional.empty();
  }

  private static String failed(String text, String name, String rule) {
    var shown = text.length() > ARN.most() ? text.substring(0, ARN.most()) + "..." : text;
    return "Value '%s' at '%s' failed to satisfy constraint: Member must have %s"
        .formatted(shown, name, rule);
  }

  private static Optional<String> member(String name, String text) {
    var values = VALUES.getOrDefault(name, Set.of());
    return values.isEmpty() || values.stream().anyMatch(value -> value.toString().equals(text))
        ? Optional.empty()
        : Optional.of(
            "Value '%s' at '%s' failed to satisfy constraint: Member must satisfy enum value set: %s"
                .formatted(text, name, values.stream().map(Object::toString).sorted().toList()));
  }
}

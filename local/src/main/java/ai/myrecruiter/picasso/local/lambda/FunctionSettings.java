package ai.myrecruiter.picasso.local.lambda;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The configuration of a function, which a published version keeps as it was.
 *
 * @param handler {@code class} or {@code class::method}
 * @param runtime such as {@code java25}
 * @param role ARN of the execution role
 * @param environment variables
 * @param timeout 1 s to 15 min
 * @param memoryMb 128 to 10,240
 * @param deadLetterTarget ARN, for asynchronous invocations
 */
public record FunctionSettings(
    String name,
    String handler,
    String runtime,
    String role,
    String description,
    Map<String, String> environment,
    Duration timeout,
    int memoryMb,
    Optional<String> deadLetterTarget) {
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(15);

  /** Checks the limits of the service. */
  public FunctionSettings {
    if (!name.matches("[a-zA-Z0-9_-]{1,64}")) {
      throw LambdaErrors.invalid(
          "function name '%s' is not 1 to 64 letters, digits, hyphens or underscores"
              .formatted(name));
    }
    if (timeout.compareTo(SHORTEST) < 0 || timeout.compareTo(LONGEST) > 0) {
      throw LambdaErrors.invalid(
          "timeout %d s of %s is not between 1 and 900 s".formatted(timeout.toSeconds(), name));
    }
    if (memoryMb < 128 || memoryMb > 10_240) {
      throw LambdaErrors.invalid(
          "memory %d MB of %s is not between 128 and 10240".formatted(memoryMb, name));
    }
    environment = Map.copyOf(environment);
  }

  /** A function with Lambda's defaults: 3 s, 128 MB, nothing else. */
  public static FunctionSettings of(String name, String handler, String role) {
    return new FunctionSettings(
        name, handler, "java25", role, "", Map.of(), Duration.ofSeconds(3), 128, Optional.empty());
  }

  /** The same with other environment variables. */
  public FunctionSettings withEnvironment(Map<String, String> variables) {
    return new FunctionSettings(
        name, handler, runtime, role, description, variables, timeout, memoryMb, deadLetterTarget);
  }

  /** The same with another timeout. */
  public FunctionSettings withTimeout(Duration other) {
    return new FunctionSettings(
        name, handler, runtime, role, description, environment, other, memoryMb, deadLetterTarget);
  }

  /** The same with another execution role. */
  public FunctionSettings withRole(String other) {
    return new FunctionSettings(
        name,
        handler,
        runtime,
        other,
        description,
        environment,
        timeout,
        memoryMb,
        deadLetterTarget);
  }

  /** The same with another description. */
  public FunctionSettings withDescription(String text) {
    return new FunctionSettings(
        name, handler, runtime, role, text, environment, timeout, memoryMb, deadLetterTarget);
  }
}

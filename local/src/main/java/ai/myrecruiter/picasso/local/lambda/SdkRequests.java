package ai.myrecruiter.picasso.local.lambda;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.model.AliasRoutingConfiguration;
import software.amazon.awssdk.services.lambda.model.CreateFunctionRequest;
import software.amazon.awssdk.services.lambda.model.DeadLetterConfig;
import software.amazon.awssdk.services.lambda.model.Environment;
import software.amazon.awssdk.services.lambda.model.UpdateAliasRequest;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionConfigurationRequest;

/** What SDK requests ask, in the stage's own terms. */
final class SdkRequests {
  private SdkRequests() {}

  static FunctionSettings settings(CreateFunctionRequest request) {
    var role = Optional.ofNullable(request.role());
    if (role.isEmpty()) {
      throw LambdaErrors.invalid("function %s needs a role".formatted(request.functionName()));
    }
    var defaults =
        FunctionSettings.of(
            request.functionName(), Optional.ofNullable(request.handler()).orElse(""), role.get());
    return new FunctionSettings(
        defaults.name(),
        defaults.handler(),
        Optional.ofNullable(request.runtimeAsString()).orElse(defaults.runtime()),
        defaults.role(),
        Optional.ofNullable(request.description()).orElse(""),
        variables(request.environment()).orElse(Map.of()),
        seconds(request.timeout()).orElse(defaults.timeout()),
        Optional.ofNullable(request.memorySize()).orElse(defaults.memoryMb()),
        deadLetters(request.deadLetterConfig(), Optional.empty()));
  }

  /** The settings with what the request gives in place of what they had. */
  static FunctionSettings changed(
      FunctionSettings old, UpdateFunctionConfigurationRequest request) {
    return new FunctionSettings(
        old.name(),
        Optional.ofNullable(request.handler()).orElse(old.handler()),
        Optional.ofNullable(request.runtimeAsString()).orElse(old.runtime()),
        Optional.ofNullable(request.role()).orElse(old.role()),
        Optional.ofNullable(request.description()).orElse(old.description()),
        variables(request.environment()).orElse(old.environment()),
        seconds(request.timeout()).orElse(old.timeout()),
        Optional.ofNullable(request.memorySize()).orElse(old.memoryMb()),
        deadLetters(request.deadLetterConfig(), old.deadLetterTarget()));
  }

  private static Optional<Map<String, String>> variables(@Nullable Environment environment) {
    return Optional.ofNullable(environment).map(Environment::variables);
  }

  private static Optional<Duration> seconds(@Nullable Integer seconds) {
    return Optional.ofNullable(seconds).map(Duration::ofSeconds);
  }

  private static Optional<String> deadLetters(
      @Nullable DeadLetterConfig config, Optional<String> old) {
    return config == null
        ? old
        : Optional.ofNullable(config.targetArn()).filter(arn -> !arn.isEmpty());
  }

  static AliasChange change(UpdateAliasRequest request) {
    return new AliasChange(
        Optional.ofNullable(request.functionVersion()),
        Optional.ofNullable(request.routingConfig()).map(SdkRequests::weights),
        Optional.ofNullable(request.description()),
        Optional.ofNullable(request.revisionId()));
  }

  static Map<String, Double> weights(@Nullable AliasRoutingConfiguration routing) {
    return routing == null ? Map.of() : routing.additionalVersionWeights();
  }
}

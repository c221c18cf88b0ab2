package ai.myrecruiter.picasso.local.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.eventbridge.model.DeadLetterConfig;
import software.amazon.awssdk.services.eventbridge.model.InputTransformer;
import software.amazon.awssdk.services.eventbridge.model.RetryPolicy;
import software.amazon.awssdk.services.eventbridge.model.Target;

/** Targets as the SDK gives and shows them. */
final class TargetMapping {
  private static final ObjectMapper JSON = new ObjectMapper();

  private TargetMapping() {}

  static RuleTarget target(Target target) {
    var retry = Optional.ofNullable(target.retryPolicy());
    return new RuleTarget(
        target.id(),
        target.arn(),
        input(target),
        retry.map(RetryPolicy::maximumRetryAttempts).orElse(RuleTarget.DEFAULT_RETRIES),
        retry
            .map(RetryPolicy::maximumEventAgeInSeconds)
            .map(Duration::ofSeconds)
            .orElse(RuleTarget.DEFAULT_MAXIMUM_AGE),
        Optional.ofNullable(target.deadLetterConfig()).map(DeadLetterConfig::arn));
  }

  private static TargetInput input(Target target) {
    long given =
        Stream.of(target.input(), target.inputPath(), target.inputTransformer())
            .filter(java.util.Objects::nonNull)
            .count();
    if (given > 1) {
      throw EventErrors.invalid(
          "Only one of Input, InputPath, or InputTransformer must be provided for target "
              + target.id());
    }
    if (target.input() != null) {
      return constant(target);
    }
    if (target.inputPath() != null) {
      EventPath.check(target.inputPath());
      return new TargetInput.Part(target.inputPath());
    }
    return target.inputTransformer() == null
        ? new TargetInput.WholeEvent()
        : template(target.inputTransformer());
  }

  private static TargetInput constant(Target target) {
    try {
      JSON.readTree(target.input());
      return new TargetInput.Constant(target.input());
    } catch (JsonProcessingException e) {
      throw EventErrors.invalid(
          "JSON syntax error in input for target %s: %s".formatted(target.id(), target.input()));
    }
  }

  private static TargetInput template(InputTransformer transformer) {
    var template =
        new TargetInput.Template(transformer.inputPathsMap(), transformer.inputTemplate());
    InputTemplate.check(template);
    return template;
  }

  static Target shown(RuleTarget target) {
    var shown =
        Target.builder()
            .id(target.id())
            .arn(target.arn())
            .retryPolicy(retry ->
                retry
                    .maximumRetryAttempts(target.retries())
                    .maximumEventAgeInSeconds((int) target.maximumAge().toSeconds()));
    target.deadLetters().ifPresent(arn -> shown.deadLetterConfig(config -> config.arn(arn)));
    switch (target.input()) {
      case TargetInput.WholeEvent _ -> {}
      case TargetInput.Constant(var json) -> shown.input(json);
      case TargetInput.Part(var path) -> shown.inputPath(path);
      case TargetInput.Template(var paths, var template) ->
          shown.inputTransformer(
              transformer -> transformer.inputPathsMap(paths).inputTemplate(template));
    }
    return shown.build();
  }
}

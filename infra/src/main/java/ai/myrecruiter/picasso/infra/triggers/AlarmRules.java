package ai.myrecruiter.picasso.infra.triggers;

import ai.myrecruiter.picasso.infra.environment.EnvironmentSettings;
import ai.myrecruiter.picasso.workflows.environment.Severity;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.services.events.EventField;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.events.IRuleTarget;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.RuleTargetInput;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.amazon.awscdk.services.events.targets.SfnStateMachine;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.constructs.Construct;

/**
 * An alarm goes to ALARM: by its severity the release goes back, and streaming is shut. The two do
 * not wait for each other.
 *
 * <p>Whichever of the payload's functions an alarm watches, what goes back is the release, which
 * {@code rollback} knows by the alias of the chat function and by the functions released with it.
 */
final class AlarmRules {
  private AlarmRules() {}

  static void add(Construct scope, EnvironmentSettings settings) {
    var rollback =
        StateMachine.fromStateMachineArn(
            scope,
            "Rollback",
            EnvironmentSettings.arn("states", "stateMachine:" + settings.named("rollback")));
    var input =
        Map.of(
            "environment", settings.name(),
            "function", settings.chatFunction(),
            "alias", "live",
            "companions", List.of(settings.streamingFunction()),
            "trigger", trigger());
    rule(
        scope,
        settings,
        "RollbackOnAlarm",
        "rollback-on-alarm",
        "An alarm on the chat service starts rollback",
        settings.rollbackAlarms(),
        SfnStateMachine.Builder.create(rollback)
            .input(RuleTargetInput.fromObject(inOrder(input)))
            .build());
    contain(scope, settings);
  }

  private static void contain(Construct scope, EnvironmentSettings settings) {
    var shut = Function.fromFunctionName(scope, "ShutStreaming", settings.named("shut-streaming"));
    var input =
        Map.of(
            "environment", settings.name(),
            "function", settings.streamingFunction(),
            "trigger", trigger());
    LambdaPermissions.letRule(scope, settings, "shut-streaming", "contain-on-alarm");
    rule(
        scope,
        settings,
        "ContainOnAlarm",
        "contain-on-alarm",
        "An alarm that tenants are no longer kept apart shuts streaming",
        settings.alarms(Severity.CONTAIN),
        LambdaFunction.Builder.create(shut)
            .event(RuleTargetInput.fromObject(inOrder(input)))
            .build());
  }

  private static void rule(
      Construct scope,
      EnvironmentSettings settings,
      String id,
      String name,
      String description,
      List<String> alarms,
      IRuleTarget target) {
    Rule.Builder.create(scope, id)
        .ruleName(settings.named(name))
        .description(description)
        .eventPattern(
            EventPattern.builder()
                .source(List.of("aws.cloudwatch"))
                .detailType(List.of("CloudWatch Alarm State Change"))
                .detail(
                    inOrder(
                        Map.of("alarmName", alarms, "state", Map.of("value", List.of("ALARM")))))
                .build())
        .targets(List.of(target))
        .build();
  }

  private static Map<String, Object> trigger() {
    return inOrder(
        Map.of(
            "type", "alarm",
            "name", EventField.fromPath("$.detail.alarmName"),
            "reason", EventField.fromPath("$.detail.state.reason"),
            "at", EventField.fromPath("$.time")));
  }

  /**
   * Sorted by key: the order of {@code Map.of} is another one in every JVM, and so was the text.
   */
  private static Map<String, Object> inOrder(Map<String, ?> map) {
    return new TreeMap<>(map);
  }
}

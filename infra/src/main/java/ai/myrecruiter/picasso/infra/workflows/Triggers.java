package ai.myrecruiter.picasso.infra.workflows;

import ai.myrecruiter.picasso.infra.environment.EnvironmentSettings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.events.EventField;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.RuleTargetInput;
import software.amazon.awscdk.services.events.Schedule;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.amazon.awscdk.services.events.targets.SfnStateMachine;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.constructs.Construct;

/** What starts {@code rollback} with nobody awake. */
final class Triggers {
  private static final String ALIAS = "live";

  private Triggers() {}

  /** An alarm goes to ALARM: the alias goes back. */
  static void onAlarm(Construct scope, EnvironmentSettings settings, StateMachine rollback) {
    var toAlarm =
        EventPattern.builder()
            .source(List.of("aws.cloudwatch"))
            .detailType(List.of("CloudWatch Alarm State Change"))
            .detail(
                inOrder(
                    Map.of(
                        "alarmName", settings.rollbackAlarms(),
                        "state", Map.of("value", List.of("ALARM")))))
            .build();
    var trigger =
        inOrder(
            Map.of(
                "type", "alarm",
                "name", EventField.fromPath("$.detail.alarmName"),
                "reason", EventField.fromPath("$.detail.state.reason"),
                "at", EventField.fromPath("$.time")));
    var input =
        inOrder(
            Map.of(
                "environment",
                settings.name(),
                "function",
                settings.chatFunction(),
                "alias",
                ALIAS,
                "companions",
                List.of(settings.streamingFunction()),
                "trigger",
                trigger));
    Rule.Builder.create(scope, "RollbackOnAlarm")
        .ruleName(settings.named("rollback-on-alarm"))
        .description("An alarm of the chat service starts rollback")
        .eventPattern(toAlarm)
        .targets(
            List.of(
                SfnStateMachine.Builder.create(rollback)
                    .input(RuleTargetInput.fromObject(input))
                    .build()))
        .build();
  }

  /** Every minute: is there a split alias that nobody moves on? */
  static void everyMinute(Construct scope, EnvironmentSettings settings, Function watchdog) {
    var input =
        inOrder(
            Map.of(
                "environment", settings.name(),
                "function", settings.chatFunction(),
                "alias", ALIAS,
                "companions", List.of(settings.streamingFunction())));
    Rule.Builder.create(scope, "WatchEveryMinute")
        .ruleName(settings.named("watch-every-minute"))
        .description("The dead man's switch looks for a split alias without a running rollout")
        .schedule(Schedule.rate(Duration.minutes(1)))
        .targets(
            List.of(
                LambdaFunction.Builder.create(watchdog)
                    .event(RuleTargetInput.fromObject(input))
                    .build()))
        .build();
  }

  /**
   * Sorted by key: the order of {@code Map.of} is another one in every JVM, and so was the text.
   */
  private static Map<String, Object> inOrder(Map<String, ?> map) {
    return new TreeMap<>(map);
  }
}

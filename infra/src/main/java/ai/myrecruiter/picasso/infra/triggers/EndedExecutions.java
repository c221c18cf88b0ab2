package ai.myrecruiter.picasso.infra.triggers;

import ai.myrecruiter.picasso.infra.environment.EnvironmentSettings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.services.events.EventField;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.RuleTargetInput;
import software.amazon.awscdk.services.events.targets.SnsTopic;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;

/**
 * An execution ends otherwise than it should, a rollback most of all: operations hear of it even if
 * its own notice could not be sent.
 */
final class EndedExecutions {
  private EndedExecutions() {}

  static void add(Construct scope, EnvironmentSettings settings) {
    var operations = Topic.fromTopicArn(scope, "Operations", settings.topicArn("operations"));
    var machines =
        List.of(
            EnvironmentSettings.arn("states", "stateMachine:" + settings.named("rollback")),
            EnvironmentSettings.arn("states", "stateMachine:" + settings.named("rollout")));
    Rule.Builder.create(scope, "ExecutionEndedBadly")
        .ruleName(settings.named("execution-ended-badly"))
        .description("A rollout or rollback failed, timed out or was aborted")
        .eventPattern(
            EventPattern.builder()
                .source(List.of("aws.states"))
                .detailType(List.of("Step Functions Execution Status Change"))
                .detail(
                    new TreeMap<>(
                        Map.of(
                            "stateMachineArn",
                            machines,
                            "status",
                            List.of("FAILED", "TIMED_OUT", "ABORTED"))))
                .build())
        .targets(
            List.of(
                SnsTopic.Builder.create(operations)
                    .message(
                        RuleTargetInput.fromText(
                            "%s: execution %s ended %s. See docs/runbook.md."
                                .formatted(
                                    settings.name(),
                                    EventField.fromPath("$.detail.name"),
                                    EventField.fromPath("$.detail.status"))))
                    .build()))
        .build();
  }
}

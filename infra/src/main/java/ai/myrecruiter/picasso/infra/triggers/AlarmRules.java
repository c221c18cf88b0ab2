package ai.myrecruiter.picasso.infra.triggers;

import ai.myrecruiter.picasso.infra.environment.EnvironmentSettings;
import ai.myrecruiter.picasso.infra.environment.MachineStart;
import ai.myrecruiter.picasso.workflows.environment.Severity;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.events.EventField;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.events.IRuleTarget;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.RuleTargetInput;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.amazon.awscdk.services.events.targets.SfnStateMachine;
import software.amazon.awscdk.services.iam.IRole;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
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
            scope, "Rollback", MachineStart.liveArn(settings, "rollback"));
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
            .role(role(scope, settings))
            .input(RuleTargetInput.fromObject(inOrder(input)))
            .build());
    contain(scope, settings);
  }

  /**
   * A role that starts the alias and nothing else. The one that CDK would make names the alias as
   * its resource, which IAM is never asked for.
   */
  private static IRole role(Construct scope, EnvironmentSettings settings) {
    var start =
        PolicyDocument.Builder.create()
            .statements(List.of(MachineStart.statement(settings, "rollback")))
            .build();
    return Role.Builder.create(scope, "RollbackRole")
        .assumedBy(
            new ServicePrincipal("events.amazonaws.com")
                .withConditions(
                    Map.of("StringEquals", Map.of("aws:SourceAccount", Aws.ACCOUNT_ID))))
        .description("Starts rollback of %s when an alarm goes off".formatted(settings.name()))
        .inlinePolicies(Map.of("rollback", start))
        .build()
        .withoutPolicyUpdates();
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

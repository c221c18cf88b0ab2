package ai.myrecruiter.picasso.infra.triggers;

import ai.myrecruiter.picasso.infra.environment.EnvironmentSettings;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.scheduler.CfnSchedule;
import software.constructs.Construct;

/** Every minute: is there a split alias that nobody moves on? */
final class Watchdog {
  private static final String FUNCTION = "watch-aliases";

  private Watchdog() {}

  static void add(Construct scope, EnvironmentSettings settings) {
    var arn = EnvironmentSettings.arn("lambda", "function:" + settings.named(FUNCTION));
    CfnSchedule.Builder.create(scope, "WatchEveryMinute")
        .name(settings.named("watch-every-minute"))
        .description("The dead man's switch looks for a split alias without a running rollout")
        .scheduleExpression("rate(1 minute)")
        .flexibleTimeWindow(CfnSchedule.FlexibleTimeWindowProperty.builder().mode("OFF").build())
        .target(
            CfnSchedule.TargetProperty.builder()
                .arn(arn)
                .roleArn(role(scope, settings, arn).getRoleArn())
                .input(
                    "{\"alias\":\"live\",\"companions\":[\"%s\"],\"environment\":\"%s\",\"function\":\"%s\"}"
                        .formatted(
                            settings.streamingFunction(), settings.name(), settings.chatFunction()))
                .retryPolicy(
                    // The next minute's call does the same.
                    CfnSchedule.RetryPolicyProperty.builder()
                        .maximumEventAgeInSeconds(60)
                        .maximumRetryAttempts(1)
                        .build())
                .build())
        .build();
  }

  private static Role role(Construct scope, EnvironmentSettings settings, String function) {
    var invoke =
        PolicyStatement.Builder.create()
            .actions(List.of("lambda:InvokeFunction"))
            .resources(List.of(function))
            .build();
    return Role.Builder.create(scope, "WatchdogRole")
        .assumedBy(
            new ServicePrincipal("scheduler.amazonaws.com")
                .withConditions(
                    Map.of("StringEquals", Map.of("aws:SourceAccount", Aws.ACCOUNT_ID))))
        .description("Calls the watchdog of " + settings.name())
        .inlinePolicies(
            Map.of("watchdog", PolicyDocument.Builder.create().statements(List.of(invoke)).build()))
        .build();
  }
}

package ai.myrecruiter.picasso.infra.triggers;

import ai.myrecruiter.picasso.infra.environment.EnvironmentSettings;
import software.amazon.awscdk.services.lambda.CfnPermission;
import software.constructs.Construct;

/** Lets a rule, and no other, invoke a task that is known by name. */
final class LambdaPermissions {
  private LambdaPermissions() {}

  static void letRule(Construct scope, EnvironmentSettings settings, String function, String rule) {
    CfnPermission.Builder.create(scope, "RuleMayInvoke")
        .action("lambda:InvokeFunction")
        .functionName(settings.named(function))
        .principal("events.amazonaws.com")
        .sourceArn(EnvironmentSettings.arn("events", "rule/" + settings.named(rule)))
        .build();
  }
}

package ai.myrecruiter.picasso.cli.deploy;

import ai.myrecruiter.picasso.workflows.Finding;
import ai.myrecruiter.picasso.workflows.environment.EnvironmentConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Proves, before anything is made, that stacks can be changed. Reports all that is wrong at once; a
 * check that cannot be made is wrong too.
 */
final class Preflight {
  private final Session session;
  private final EnvironmentConfig config;
  private final List<StackPlan> plans;
  private final List<Finding> findings = new ArrayList<>();

  Preflight(Session session, EnvironmentConfig config, List<StackPlan> plans) {
    this.session = session;
    this.config = config;
    this.plans = plans;
  }

  /**
   * Everything that is wrong.
   *
   * @param replacesFailed whether stacks that never came to be are deleted first
   */
  List<Finding> findings(boolean replacesFailed) {
    var places = new PlaceChecks(session, config);
    findings.addAll(places.place());
    findings.addAll(places.freeze());
    prove("bootstrap bucket", "s3:ListBucket", () -> places.bucket(plans));
    plans.stream()
        .filter(StackPlan::changes)
        .flatMap(plan -> plan.stack().assets().stream().distinct())
        .distinct()
        .forEach(asset -> asset.check().ifPresent(findings::add));
    var stacks = new StackStateChecks(session, replacesFailed);
    for (var plan : plans) {
      prove("stack " + plan.name(), "cloudformation:Describe*", () -> stacks.of(plan));
    }
    var services = new ServiceChecks(session);
    prove("lease", "dynamodb:GetItem", services::leaseForDeployment);
    prove("alarms", "cloudwatch:DescribeAlarms", () -> services.alarms(plans));
    prove("secrets", "secretsmanager:DescribeSecret", () -> services.secrets(plans));
    prove(
        "concurrency",
        "lambda:GetAccountSettings",
        () -> new ConcurrencyCheck(session.account().lambda()).of(plans));
    return findings;
  }

  private void prove(String what, String permission, Supplier<List<Finding>> check) {
    try {
      findings.addAll(check.get());
    } catch (SdkException failed) {
      findings.add(
          new Finding(
              what,
              "not known (" + said(failed) + ")",
              "must be known",
              "ask for the permission " + permission + ", or mend what the message says"));
    }
  }

  private static String said(SdkException failed) {
    return failed instanceof AwsServiceException service && service.awsErrorDetails() != null
        ? service.awsErrorDetails().errorCode()
        : String.valueOf(failed.getMessage());
  }
}

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
  private final AlarmChecks alarms;
  private final List<Finding> findings = new ArrayList<>();

  private Preflight(Session session) {
    this.session = session;
    this.alarms = new AlarmChecks(session);
  }

  /**
   * Looks at everything.
   *
   * @param replacesFailed whether stacks that never came to be are deleted first
   */
  static Preflight of(
      Session session, EnvironmentConfig config, List<StackPlan> plans, boolean replacesFailed) {
    var preflight = new Preflight(session);
    preflight.place(new PlaceChecks(session, config), plans);
    preflight.stacks(new StackStateChecks(session, replacesFailed), plans);
    preflight.services(new ServiceChecks(session), plans);
    return preflight;
  }

  /** Everything that is wrong. */
  List<Finding> findings() {
    return List.copyOf(findings);
  }

  /** Whether something is wrong, and nothing but alarms that are too young to say. */
  boolean onlyUnsettledAlarms() {
    return !findings.isEmpty() && findings.stream().allMatch(alarms::unsettled);
  }

  private void place(PlaceChecks checks, List<StackPlan> plans) {
    findings.addAll(checks.place());
    findings.addAll(checks.freeze());
    prove("bootstrap bucket", "s3:ListBucket", () -> checks.bucket(plans));
  }

  private void stacks(StackStateChecks checks, List<StackPlan> plans) {
    plans.stream()
        .filter(StackPlan::changes)
        .flatMap(plan -> plan.stack().assets().stream().distinct())
        .distinct()
        .forEach(asset -> asset.check().ifPresent(findings::add));
    for (var plan : plans) {
      prove("stack " + plan.name(), "cloudformation:Describe*", () -> checks.of(plan));
    }
  }

  private void services(ServiceChecks checks, List<StackPlan> plans) {
    var declared = new DeclaredNames(plans);
    boolean complete = plans.stream().allMatch(plan -> plan.now().isPresent());
    prove("lease", "dynamodb:GetItem", checks::leaseForDeployment);
    prove("alarms", "cloudwatch:DescribeAlarms", () -> alarms.of(declared));
    prove("secrets", "secretsmanager:DescribeSecret", () -> checks.secrets(declared, complete));
    prove(
        "concurrency",
        "lambda:GetAccountSettings",
        () -> new ConcurrencyCheck(session.account().lambda()).of(plans));
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

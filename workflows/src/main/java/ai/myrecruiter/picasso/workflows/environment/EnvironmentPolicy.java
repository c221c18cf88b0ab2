package ai.myrecruiter.picasso.workflows.environment;

import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.Finding;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.plan.Approval;
import ai.myrecruiter.picasso.workflows.plan.ApprovalDefault;
import ai.myrecruiter.picasso.workflows.plan.Plan;
import ai.myrecruiter.picasso.workflows.plan.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an environment's document demands of whatever is released there. Production's consent cannot
 * be given up: a policy that does is refused.
 *
 * @param environment which one
 * @param account the AWS account it belongs to, twelve digits; empty for any
 * @param region the AWS region it belongs to; empty for any
 * @param approval what a person has to consent to
 */
public record EnvironmentPolicy(
    Environment environment,
    Optional<String> account,
    Optional<String> region,
    Approvals approval) {
  private static final int REGION = 3;
  private static final int ACCOUNT = 4;

  /** Checks forms, and that production asks for every consent. */
  public EnvironmentPolicy {
    account.ifPresent(id -> EnvironmentRules.ACCOUNT.require("$.account", id));
    region.ifPresent(name -> EnvironmentRules.REGION.require("$.region", name));
    if (environment == Environment.PRODUCTION) {
      InvalidInput.when(CrossRules.approval(approval));
    }
  }

  /** What a document demands. */
  public static EnvironmentPolicy of(EnvironmentConfig config) {
    return new EnvironmentPolicy(
        config.environment(), config.account(), config.region(), config.approval());
  }

  /** What an environment demands whose document names no value. */
  public static EnvironmentPolicy standard(Environment environment) {
    boolean strict = environment == Environment.PRODUCTION;
    return new EnvironmentPolicy(
        environment, Optional.empty(), Optional.empty(), new Approvals(strict, strict, strict));
  }

  /**
   * What speaks against the place of a resource; nothing when the document names none.
   *
   * @param arn of a resource that is there
   */
  public List<Finding> place(String arn) {
    var parts = arn.split(":", -1);
    return place(parts[ACCOUNT], parts[REGION]);
  }

  /** What speaks against an account and a region; nothing when the document names none. */
  public List<Finding> place(String inAccount, String inRegion) {
    var findings = new ArrayList<Finding>();
    account
        .filter(wanted -> !wanted.equals(inAccount))
        .map(wanted ->
            new Finding(
                "account",
                inAccount,
                "must be the account of %s, which its document names (%s)"
                    .formatted(environment, wanted),
                "choose the profile of the right account, or correct the document and deploy it"))
        .ifPresent(findings::add);
    region
        .filter(wanted -> !wanted.equals(inRegion))
        .map(wanted ->
            new Finding(
                "region",
                inRegion,
                "must be the region of %s, which its document names (%s)"
                    .formatted(environment, wanted),
                "give the right --region, or correct the document and deploy it"))
        .ifPresent(findings::add);
    return findings;
  }

  /**
   * The plan with the consent that the environment demands, which no plan can do without: a stage
   * that nobody consented to in time does not start.
   */
  public Plan demandedOf(Plan plan) {
    return new Plan(
        plan.name(),
        plan.alpha(),
        plan.targets(),
        plan.stages().stream().map(this::demandedOf).toList(),
        plan.bake(),
        plan.alarms());
  }

  private Stage demandedOf(Stage stage) {
    return new Stage(
        stage.name(),
        stage.weight(),
        stage.duration(),
        stage.maxDuration(),
        stage.look(),
        stage.onInconclusive(),
        approval.stages()
            ? Optional.of(demandedOf(stage.approval().orElse(asked())))
            : stage.approval().map(this::demandedOf));
  }

  /** What is asked for where a plan names nothing. */
  private Approval asked() {
    return new Approval(
        Approval.STANDARD.expiresAfter(), ApprovalDefault.REJECT, approval.otherThanStarter());
  }

  private Approval demandedOf(Approval planned) {
    return new Approval(
        planned.expiresAfter(),
        approval.stages() ? ApprovalDefault.REJECT : planned.whenExpired(),
        planned.otherThanStarter() || approval.otherThanStarter());
  }
}

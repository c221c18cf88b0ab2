package ai.myrecruiter.picasso.tasks.deployment;

import ai.myrecruiter.picasso.tasks.PolicyInspection;
import ai.myrecruiter.picasso.tasks.Ports;
import ai.myrecruiter.picasso.tasks.Task;
import ai.myrecruiter.picasso.workflows.deployment.ChangeApprovalPolicy;
import ai.myrecruiter.picasso.workflows.deployment.ChangeSet;
import ai.myrecruiter.picasso.workflows.deployment.Deployment;
import ai.myrecruiter.picasso.workflows.deployment.DeploymentStatus;
import ai.myrecruiter.picasso.workflows.deployment.Risk;
import ai.myrecruiter.picasso.workflows.rollout.NextStep;
import ai.myrecruiter.picasso.workflows.rollout.Step;
import ai.myrecruiter.picasso.workflows.rollout.Turn;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;

/**
 * Reads the change set once it is known and holds it against the rules: refuses what nobody may
 * agree to, and names what a person has to agree to.
 */
public final class ReviewChangeSet extends Task<Turn, Turn> {
  private static final int LOOK_SECONDS = 5;
  private static final int MOST_LOOKS = 120;
  private final Ports ports;

  /** For Lambda. */
  public ReviewChangeSet() {
    this(Ports.ofAws());
  }

  /** On given ports. */
  public ReviewChangeSet(Ports ports) {
    super(Turn.class);
    this.ports = ports;
  }

  @Override
  protected Turn run(Turn turn) {
    var owned = new OwnedDeployment(ports, turn.run());
    var name = ChangeSetNames.of(turn.run().rolloutId());
    var view = new ChangeSetView(ports.cloudFormation(), owned.read().change(), name);
    var described = view.describe();
    return switch (described.statusAsString()) {
      case "CREATE_PENDING", "CREATE_IN_PROGRESS" -> turn.then(again(turn.next()));
      case "CREATE_COMPLETE" -> turn.then(review(owned, view));
      case "FAILED" -> turn.then(failed(owned, described));
      default ->
          throw new ChangeRefused(
              "Change set %s is %s; deploy again.".formatted(name, described.statusAsString()));
    };
  }

  private static NextStep again(NextStep now) {
    if (now.look() >= MOST_LOOKS) {
      throw new ChangeRefused(
          "The change set is not known after %d looks of %d s. See it in CloudFormation; deploy again."
              .formatted(MOST_LOOKS, LOOK_SECONDS));
    }
    return new NextStep(Step.SETTLE, 0, now.look() + 1, LOOK_SECONDS, "Waiting for the change set");
  }

  /** CloudFormation calls a change set without changes failed. */
  private static NextStep failed(OwnedDeployment owned, DescribeChangeSetResponse described) {
    var reason = String.valueOf(described.statusReason());
    if (reason.contains("didn't contain changes") || reason.contains("No updates are to be")) {
      var sentence = "The stack is already what the template says";
      owned.change((it, now) -> it.to(DeploymentStatus.UNCHANGED, sentence, now));
      return new NextStep(Step.PUBLISH, 0, 0, 0, sentence);
    }
    throw new ChangeRefused(
        "CloudFormation cannot make the change set: %s Correct the template, and deploy again."
            .formatted(reason));
  }

  private NextStep review(OwnedDeployment owned, ChangeSetView view) {
    var deployment = owned.read();
    var template = view.template();
    var changes = view.read(template, false);
    checkTemplate(deployment, changes);
    var review =
        ChangeReview.of(
            ports.cloudFormation(),
            changes,
            template,
            StableVersions.byParameter(ports.lambda(), deployment.change()));
    owned.change((it, now) -> it.reviewed(changes, review));
    if (review.blocked()) {
      throw new ChangeRefused(
          review.risks().stream().map(Risk::line).collect(Collectors.joining("\n")));
    }
    var policy =
        ChangeApprovalPolicy.of(PolicyInspection.of(ports, deployment.environment()).approval());
    if (policy.asks(review)) {
      return new NextStep(
          Step.APPROVE,
          0,
          0,
          policy.expiresAfter().toSeconds(),
          "%d changes need consent".formatted(changes.changes().size()));
    }
    var sentence = "%d changes, none of them risky".formatted(changes.changes().size());
    owned.change((it, now) -> it.to(DeploymentStatus.CLEARED, sentence, now));
    return new NextStep(Step.EXECUTE, 0, 0, 0, sentence);
  }

  private static void checkTemplate(Deployment deployment, ChangeSet changes) {
    var wanted = deployment.change().templateDigest();
    if (!changes.templateDigest().equals(wanted)) {
      throw new ChangeRefused(
          "$.change.templateDigest = %s: must be the digest of the template at %s (%s); synthesize and upload it again"
              .formatted(wanted, deployment.change().templateUrl(), changes.templateDigest()));
    }
  }
}

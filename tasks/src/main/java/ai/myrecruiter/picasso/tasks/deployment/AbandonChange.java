package ai.myrecruiter.picasso.tasks.deployment;

import ai.myrecruiter.picasso.tasks.ErrorOutput;
import ai.myrecruiter.picasso.tasks.Ports;
import ai.myrecruiter.picasso.tasks.Task;
import ai.myrecruiter.picasso.workflows.deployment.Deployment;
import ai.myrecruiter.picasso.workflows.deployment.DeploymentStatus;
import ai.myrecruiter.picasso.workflows.rollout.NextStep;
import ai.myrecruiter.picasso.workflows.rollout.Run;
import ai.myrecruiter.picasso.workflows.rollout.Turn;
import java.time.Instant;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetNotFoundException;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;

/** Records why a stack was not changed, and deletes a change set that nobody will execute. */
public final class AbandonChange extends Task<AbandonChange.Request, Turn> {
  private final Ports ports;

  /** For Lambda. */
  public AbandonChange() {
    this(Ports.ofAws());
  }

  /** On given ports. */
  public AbandonChange(Ports ports) {
    super(Request.class);
    this.ports = ports;
  }

  /** Which rollout, where it was, and the error that stopped it. */
  public record Request(Run run, NextStep next, ErrorOutput error) {}

  @Override
  protected Turn run(Request request) {
    var table = DeploymentTable.of(ports);
    var run = request.run();
    var now = ports.clock().instant();
    if (table.read(run.environment(), run.rolloutId()).isPresent()) {
      var deployment =
          table.change(
              run.environment(), run.rolloutId(), it -> ended(it, request.error().sentence(), now));
      if (deployment.status() == DeploymentStatus.REFUSED && deployment.changeSetId().isPresent()) {
        delete(deployment);
      }
    }
    return new Turn(run, request.next());
  }

  /** What CloudFormation has begun goes on without us; the record says where to look. */
  private static Deployment ended(Deployment deployment, String sentence, Instant now) {
    return switch (deployment.status()) {
      case INSPECTING, PROPOSED, AWAITING_APPROVAL, CLEARED ->
          deployment.to(DeploymentStatus.REFUSED, sentence, now);
      case EXECUTING, ROLLING_BACK ->
          deployment.noted("No longer followed; see the stack's events. " + sentence, now);
      case COMPLETED, UNCHANGED, REFUSED, ROLLED_BACK, STUCK -> deployment;
    };
  }

  private void delete(Deployment deployment) {
    try {
      ports
          .cloudFormation()
          .deleteChangeSet(it ->
              it.stackName(deployment.change().stack())
                  .changeSetName(ChangeSetNames.of(deployment.id())));
    } catch (ChangeSetNotFoundException gone) {
      return;
    } catch (CloudFormationException refusal) {
      if (refusal.statusCode() >= 500) {
        throw refusal;
      }
    }
  }
}

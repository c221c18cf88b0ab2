package ai.myrecruiter.picasso.tasks.deployment;

import ai.myrecruiter.picasso.tasks.Ports;
import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.deployment.Deployment;
import ai.myrecruiter.picasso.workflows.deployment.DeploymentStatus;
import ai.myrecruiter.picasso.workflows.deployment.GivenUp;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetNotFoundException;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;

/**
 * Ends the record of a deployment that nobody follows to its end, by what CloudFormation says of
 * it, and takes away the change set that nobody will execute.
 */
final class Settlement {
  private final Ports ports;
  private final DeploymentTable table;

  Settlement(Ports ports) {
    this.ports = ports;
    this.table = DeploymentTable.of(ports);
  }

  /** The record after one look, still open while CloudFormation works; empty without a record. */
  Optional<Deployment> settle(Environment environment, RolloutId id, String because) {
    return table.read(environment, id).map(found -> settle(found, because));
  }

  private Deployment settle(Deployment found, String because) {
    if (found.status().terminal()) {
      return found;
    }
    var status = found.status().executing() ? lastStatus(found) : Optional.<String>empty();
    boolean deleted = status.isEmpty() && deleted(found);
    if (found.status() == DeploymentStatus.EXECUTING && status.isEmpty() && !deleted) {
      // CloudFormation keeps a change set that it has begun to execute; its events will follow.
      return change(found, Optional.of("UPDATE_IN_PROGRESS"), because);
    }
    return change(found, status, because);
  }

  private Deployment change(Deployment found, Optional<String> status, String because) {
    var now = ports.clock().instant();
    return table.change(
        found.environment(), found.id(), it -> GivenUp.after(it, status, because, now));
  }

  private Optional<String> lastStatus(Deployment deployment) {
    var change = deployment.change();
    if (new StackView(ports.cloudFormation(), change.stack()).find().isEmpty()) {
      return Optional.of("DELETE_COMPLETE");
    }
    var token = ChangeSetNames.of(deployment.id());
    return StackHistory.lastStatus(ports.cloudFormation(), change.stack(), token);
  }

  /** Whether nobody can execute the change set any more. */
  private boolean deleted(Deployment deployment) {
    if (deployment.changeSetId().isEmpty()) {
      return true;
    }
    try {
      ports
          .cloudFormation()
          .deleteChangeSet(it ->
              it.stackName(deployment.change().stack())
                  .changeSetName(ChangeSetNames.of(deployment.id())));
      return true;
    } catch (ChangeSetNotFoundException gone) {
      return true;
    } catch (CloudFormationException refusal) {
      if (refusal.statusCode() >= 500) {
        throw refusal;
      }
      return false;
    }
  }
}

package ai.myrecruiter.picasso.cli.rollout;

import ai.myrecruiter.picasso.cli.aws.Deployment;
import ai.myrecruiter.picasso.cli.aws.Machine;
import ai.myrecruiter.picasso.cli.shell.CommandEnd;
import ai.myrecruiter.picasso.cli.shell.Options;
import ai.myrecruiter.picasso.tasks.rollout.UnknownRollout;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import ai.myrecruiter.picasso.workflows.lease.Holder;
import ai.myrecruiter.picasso.workflows.lease.Lease;
import ai.myrecruiter.picasso.workflows.rollback.StartRollback;
import ai.myrecruiter.picasso.workflows.rollout.Rollout;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import ai.myrecruiter.picasso.workflows.rollout.StartRollout;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;

/** The rollouts of one environment, as commands see and start them. */
public final class Rollouts {
  private final Deployment deployment;

  /** The rollouts of a deployment. */
  public Rollouts(Deployment deployment) {
    this.deployment = deployment;
  }

  /**
   * A rollout.
   *
   * @throws UnknownRollout when there is none of this id
   */
  public Rollout require(RolloutId id) {
    return find(id).orElseThrow(() -> new UnknownRollout(deployment.environment(), id));
  }

  /** A rollout, if it has a record. */
  Optional<Rollout> find(RolloutId id) {
    return deployment.rollouts().read(deployment.environment(), id);
  }

  /** The rollout of an id; without one the rollout that owns the environment, else the latest. */
  Rollout choose(Optional<String> id) {
    return id.map(text -> require(Options.read("ID", () -> new RolloutId(text))))
        .or(() -> owner().flatMap(this::find))
        .or(() -> all().stream().findFirst())
        .orElseThrow(() ->
            CommandEnd.refused(
                "There is no rollout in %s yet. Start one with picasso rollout start --plan FILE."
                    .formatted(deployment.environment())));
  }

  /** All rollouts, the latest first. */
  List<Rollout> all() {
    return deployment.rollouts().list(deployment.environment());
  }

  /** The lease as it stands. */
  Lease lease() {
    return deployment
        .leases()
        .read(deployment.environment())
        .orElseGet(() -> Lease.never(deployment.environment()));
  }

  private Optional<RolloutId> owner() {
    return Optional.of(lease()).filter(Lease::held).flatMap(Lease::holder).map(Holder::rollout);
  }

  /**
   * Starts a rollout.
   *
   * @return the ARN of its execution
   */
  public String start(StartRollout request) {
    var machine = deployment.live(Machine.ROLLOUT);
    return deployment
        .sfn()
        .startExecution(start ->
            start
                .stateMachineArn(machine)
                .name(request.rolloutId().value())
                .input(Contracts.write(request)))
        .executionArn();
  }

  /**
   * Starts a rollback.
   *
   * @param name of its execution, at most 80 characters
   * @return the ARN of its execution
   */
  String startRollback(StartRollback request, String name) {
    var machine = deployment.live(Machine.ROLLBACK);
    return deployment
        .sfn()
        .startExecution(
            start -> start.stateMachineArn(machine).name(name).input(Contracts.write(request)))
        .executionArn();
  }

  /** What is to be seen of a rollout now: first its execution, then its record. */
  public Sighting look(RolloutId id, String executionArn) {
    var end = end(executionArn);
    return new Sighting(find(id), end);
  }

  /** How an execution ended; empty while it runs, and when the service has forgotten it. */
  Optional<ExecutionEnd> end(String executionArn) {
    try {
      return ExecutionEnd.of(
          deployment.sfn().describeExecution(describe -> describe.executionArn(executionArn)));
    } catch (ExecutionDoesNotExistException forgotten) {
      return Optional.empty();
    }
  }
}

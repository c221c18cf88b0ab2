package ai.myrecruiter.picasso.cli.deploy;

import ai.myrecruiter.picasso.workflows.deployment.Deployment;
import ai.myrecruiter.picasso.workflows.lease.Holder;
import ai.myrecruiter.picasso.workflows.lease.Lease;
import java.util.OptionalLong;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/**
 * The environment while a stack of it is changed. Without a table of leases nobody else can own the
 * environment either.
 */
final class Ownership {
  private final Session session;

  Ownership(Session session) {
    this.session = session;
  }

  /**
   * Takes the environment for a deployment, which may have it already.
   *
   * @return the token; empty without a table
   * @throws ai.myrecruiter.picasso.workflows.lease.LeaseHeld when another has it
   */
  OptionalLong take(Deployment deployment) {
    var holder =
        Holder.ofCommand(
            deployment.id(), deployment.change().stack(), deployment.startedBy(), session.now());
    try {
      var lease =
          session
              .deployed()
              .leases()
              .change(
                  session.environment(),
                  stored ->
                      stored.orElseGet(() -> Lease.never(session.environment())).acquire(holder));
      return OptionalLong.of(lease.token());
    } catch (ResourceNotFoundException none) {
      return OptionalLong.empty();
    }
  }

  /** Gives the environment back, if the deployment still has it. */
  void release(Deployment deployment) {
    try {
      var leases = session.deployed().leases();
      if (leases.read(session.environment()).filter(it -> has(it, deployment)).isPresent()) {
        leases.change(session.environment(), stored -> released(stored.orElseThrow(), deployment));
      }
    } catch (ResourceNotFoundException gone) {
      session.say("The lease of %s is gone already.".formatted(session.environment()));
    }
  }

  private static Lease released(Lease lease, Deployment deployment) {
    return has(lease, deployment) ? lease.release(lease.token()) : lease;
  }

  private static boolean has(Lease lease, Deployment deployment) {
    return lease.held()
        && lease
            .holder()
            .filter(Holder::deploys)
            .filter(it -> it.rollout().equals(deployment.id()))
            .isPresent();
  }
}

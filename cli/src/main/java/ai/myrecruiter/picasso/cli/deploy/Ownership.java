package ai.myrecruiter.picasso.cli.deploy;

import ai.myrecruiter.picasso.workflows.deployment.Deployment;
import ai.myrecruiter.picasso.workflows.lease.Holder;
import ai.myrecruiter.picasso.workflows.lease.Lease;
import ai.myrecruiter.picasso.workflows.lease.LeaseLost;
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
      session
          .deployed()
          .leases()
          .change(
              session.environment(),
              stored -> {
                var lease = stored.orElseGet(() -> Lease.never(session.environment()));
                return has(lease, deployment) ? lease.release(lease.token()) : lease;
              });
    } catch (ResourceNotFoundException | LeaseLost gone) {
      session.say("The lease of %s is gone already.".formatted(session.environment()));
    }
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

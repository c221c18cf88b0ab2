package ai.myrecruiter.picasso.cli.deploy;

import ai.myrecruiter.picasso.workflows.deployment.Deployment;
import ai.myrecruiter.picasso.workflows.lease.Holder;
import ai.myrecruiter.picasso.workflows.lease.Lease;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/** Goes on with what a command left that is gone. */
final class Resumption {
  private final Session session;
  private final Patience patience;

  Resumption(Session session, Patience patience) {
    this.session = session;
    this.patience = patience;
  }

  /** Follows every change that CloudFormation was left with to its end. */
  void finish() throws InterruptedException {
    for (var deployment : session.journal().list()) {
      if (deployment.carriedOutByCommand() && deployment.status().executing()) {
        session.say(
            "Going on with deployment %s of %s, which was left while CloudFormation worked"
                .formatted(deployment.id(), deployment.change().stack()));
        new Execution(session, patience).run(deployment);
      }
    }
    releaseLeft();
  }

  /** A command that died after its change had ended has not given the environment back. */
  private void releaseLeft() {
    try {
      session
          .deployed()
          .leases()
          .read(session.environment())
          .filter(Lease::held)
          .flatMap(Lease::holder)
          .filter(Holder::deploys)
          .flatMap(holder -> session.journal().read(holder.rollout()))
          .filter(Resumption::ended)
          .ifPresent(new Ownership(session)::release);
    } catch (ResourceNotFoundException none) {
      return;
    }
  }

  private static boolean ended(Deployment deployment) {
    return deployment.status().terminal();
  }
}

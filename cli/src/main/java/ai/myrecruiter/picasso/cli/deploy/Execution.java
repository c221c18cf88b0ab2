package ai.myrecruiter.picasso.cli.deploy;

import ai.myrecruiter.picasso.cli.shell.CommandEnd;
import ai.myrecruiter.picasso.tasks.deployment.ChangeRefused;
import ai.myrecruiter.picasso.tasks.deployment.ChangeSetNames;
import ai.myrecruiter.picasso.tasks.deployment.ReviewedChange;
import ai.myrecruiter.picasso.tasks.deployment.StackHistory;
import ai.myrecruiter.picasso.workflows.deployment.Deployment;
import ai.myrecruiter.picasso.workflows.deployment.DeploymentStatus;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetNotFoundException;
import software.amazon.awssdk.services.cloudformation.model.InvalidChangeSetStatusException;

/** Executes a change set that was agreed to, and follows CloudFormation to its end. */
final class Execution {
  private final Session session;
  private final Patience patience;
  private final Ownership ownership;
  private final CloudFormationClient cloudFormation;

  Execution(Session session, Patience patience) {
    this.session = session;
    this.patience = patience;
    this.ownership = new Ownership(session);
    this.cloudFormation = session.account().cloudFormation();
  }

  /**
   * Brings a deployment to its end, from wherever it is.
   *
   * @throws CommandEnd when it ends otherwise than asked
   */
  Deployment run(Deployment deployment) throws InterruptedException {
    requireUnchanged(deployment);
    ownership.take(deployment);
    var executing = begin(deployment);
    var ended = new StackFollowing(session, patience).toTheEnd(executing);
    ownership.release(ended);
    return require(ended);
  }

  /** What has begun is CloudFormation's; what has not must still be what was reviewed. */
  private void requireUnchanged(Deployment deployment) {
    try {
      if (deployment.status() == DeploymentStatus.CLEARED || !begun(deployment)) {
        new ReviewedChange(cloudFormation, session.account().lambda(), deployment)
            .requireUnchanged();
      }
    } catch (ChangeSetNotFoundException gone) {
      session.say("Change set " + ChangeSetNames.of(deployment.id()) + " is gone.");
    }
  }

  private boolean begun(Deployment deployment) {
    var token = ChangeSetNames.of(deployment.id());
    return StackHistory.of(cloudFormation, deployment.change().stack(), token).begun();
  }

  private Deployment begin(Deployment deployment) {
    var name = ChangeSetNames.of(deployment.id());
    var executing =
        session
            .journal()
            .change(
                deployment.id(),
                it ->
                    it.status() == DeploymentStatus.CLEARED
                        ? it.to(
                            DeploymentStatus.EXECUTING,
                            "CloudFormation executes " + name,
                            session.now())
                        : it);
    if (executing.status() == DeploymentStatus.EXECUTING) {
      session.say("Executing " + name + " on " + deployment.change().stack());
      execute(deployment.change().stack(), name);
    }
    return executing;
  }

  /** A change set that cannot be executed any more was executed; its events prove it. */
  private void execute(String stack, String name) {
    try {
      cloudFormation.executeChangeSet(
          it -> it.stackName(stack).changeSetName(name).clientRequestToken(name));
    } catch (InvalidChangeSetStatusException | ChangeSetNotFoundException again) {
      session.say("CloudFormation has begun with %s already, or never will.".formatted(name));
    }
  }

  private static Deployment require(Deployment ended) {
    var stack = ended.change().stack();
    var last = ended.entries().getLast().sentence();
    return switch (ended.status()) {
      case COMPLETED -> ended;
      case ROLLED_BACK ->
          throw CommandEnd.refused(
              "Stack %s went back to what it was: %s. Mend that and deploy again. Record: picasso deploy show %s"
                  .formatted(stack, last, ended.id()));
      case STUCK ->
          throw CommandEnd.failed(
              "Stack %s is stuck: %s. Record: picasso deploy show %s"
                  .formatted(stack, last, ended.id()));
      default ->
          throw new ChangeRefused("Deployment %s of %s: %s".formatted(ended.id(), stack, last));
    };
  }
}

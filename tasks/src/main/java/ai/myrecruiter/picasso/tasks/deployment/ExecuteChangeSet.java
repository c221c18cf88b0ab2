package ai.myrecruiter.picasso.tasks.deployment;

import ai.myrecruiter.picasso.tasks.Ports;
import ai.myrecruiter.picasso.tasks.Task;
import ai.myrecruiter.picasso.workflows.deployment.Deployment;
import ai.myrecruiter.picasso.workflows.deployment.DeploymentStatus;
import ai.myrecruiter.picasso.workflows.rollout.NextStep;
import ai.myrecruiter.picasso.workflows.rollout.Step;
import ai.myrecruiter.picasso.workflows.rollout.Turn;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetNotFoundException;
import software.amazon.awssdk.services.cloudformation.model.InvalidChangeSetStatusException;

/**
 * Executes the change set that was reviewed, if it still is that one and every alias still serves
 * the version that it was made with.
 */
public final class ExecuteChangeSet extends Task<Turn, Turn> {
  private static final int FIRST_LOOK_SECONDS = 5;
  private final Ports ports;

  /** For Lambda. */
  public ExecuteChangeSet() {
    this(Ports.ofAws());
  }

  /** On given ports. */
  public ExecuteChangeSet(Ports ports) {
    super(Turn.class);
    this.ports = ports;
  }

  @Override
  protected Turn run(Turn turn) {
    var owned = new OwnedDeployment(ports, turn.run());
    var name = ChangeSetNames.of(turn.run().rolloutId());
    var deployment = owned.read();
    if (deployment.status() == DeploymentStatus.CLEARED) {
      new ReviewedChange(ports.cloudFormation(), ports.lambda(), deployment).requireUnchanged();
    }
    var executing =
        owned.change((it, now) ->
            it.status().terminal()
                ? it
                : it.to(DeploymentStatus.EXECUTING, "CloudFormation executes " + name, now));
    if (executing.status() == DeploymentStatus.EXECUTING) {
      execute(executing, name);
    }
    return turn.then(
        new NextStep(Step.FOLLOW, 0, 0, FIRST_LOOK_SECONDS, "CloudFormation executes " + name));
  }

  /** A change set that cannot be executed any more was executed; its events prove it later. */
  private void execute(Deployment deployment, String name) {
    try {
      ports
          .cloudFormation()
          .executeChangeSet(it ->
              it.stackName(deployment.change().stack())
                  .changeSetName(name)
                  .clientRequestToken(name));
    } catch (InvalidChangeSetStatusException | ChangeSetNotFoundException again) {
      return;
    }
  }
}

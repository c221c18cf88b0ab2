package ai.myrecruiter.picasso.tasks.deployment;

import ai.myrecruiter.picasso.tasks.Ports;
import ai.myrecruiter.picasso.tasks.Task;
import ai.myrecruiter.picasso.workflows.deployment.Deployment;
import ai.myrecruiter.picasso.workflows.rollout.NextStep;
import ai.myrecruiter.picasso.workflows.rollout.Run;
import ai.myrecruiter.picasso.workflows.rollout.Step;
import ai.myrecruiter.picasso.workflows.rollout.Turn;
import ai.myrecruiter.picasso.workflows.stack.StackChange;

/**
 * Proves, before a change set is made, that this is the account, that the stack can be changed, and
 * that each alias serves the version it should. Reports all that is wrong at once.
 */
public final class InspectStack extends Task<InspectStack.Request, Turn> {
  private final Ports ports;

  /** For Lambda. */
  public InspectStack() {
    this(Ports.ofAws());
  }

  /** On given ports. */
  public InspectStack(Ports ports) {
    super(Request.class);
    this.ports = ports;
  }

  /** Which rollout, what is asked of the stack, and by whom. */
  public record Request(Run run, StackChange change, String startedBy) {}

  @Override
  protected Turn run(Request request) {
    var run = request.run();
    var owned = new OwnedDeployment(ports, run);
    var now = owned.now();
    owned.begin(
        Deployment.begun(
            run.environment(), run.rolloutId(), request.change(), request.startedBy(), now));
    settleOthers(run);
    var findings = new StackInspection(ports, request.change(), now).of(run);
    if (!findings.isEmpty()) {
      throw new ChangeRefused(findings);
    }
    return new Turn(run, new NextStep(Step.SETTLE, 0, 0, 0, "Stack and aliases can be changed"));
  }

  /**
   * This rollout owns the environment, so whatever another left open is not followed any more. A
   * change that waits for its command owns nothing yet and goes on waiting.
   */
  private void settleOthers(Run run) {
    var settlement = new Settlement(ports);
    for (var other : DeploymentTable.of(ports).open(run.environment())) {
      boolean waits = other.carriedOutByCommand() && !other.status().executing();
      if (!waits && !other.id().equals(run.rolloutId())) {
        settlement.settle(run.environment(), other.id(), "Its rollout had ended before it.");
      }
    }
  }
}

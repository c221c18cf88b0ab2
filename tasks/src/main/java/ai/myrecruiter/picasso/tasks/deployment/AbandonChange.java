package ai.myrecruiter.picasso.tasks.deployment;

import ai.myrecruiter.picasso.tasks.ErrorOutput;
import ai.myrecruiter.picasso.tasks.Ports;
import ai.myrecruiter.picasso.tasks.Task;
import ai.myrecruiter.picasso.workflows.deployment.Deployment;
import ai.myrecruiter.picasso.workflows.deployment.GivenUp;
import ai.myrecruiter.picasso.workflows.lease.LeaseLost;
import ai.myrecruiter.picasso.workflows.rollout.NextStep;
import ai.myrecruiter.picasso.workflows.rollout.Run;
import ai.myrecruiter.picasso.workflows.rollout.Step;
import ai.myrecruiter.picasso.workflows.rollout.Turn;

/**
 * Ends the record of a change that was given up, and keeps the environment while CloudFormation
 * still works on its stack. Whoever was taken over keeps nothing: the next deployment ends the
 * record.
 */
public final class AbandonChange extends Task<AbandonChange.Request, Turn> {
  private static final int LOOK_SECONDS = 20;
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

  /** Which rollout, and the error that stopped it. */
  public record Request(Run run, ErrorOutput error) {}

  @Override
  protected Turn run(Request request) {
    var run = request.run();
    boolean waits =
        new Settlement(ports)
            .settle(run.environment(), run.rolloutId(), request.error().sentence())
            .filter(it -> !request.error().error().equals(LeaseLost.class.getName()))
            .filter(this::worthWaiting)
            .isPresent();
    return new Turn(
        run,
        waits
            ? new NextStep(Step.FOLLOW, 0, 0, LOOK_SECONDS, "CloudFormation works on")
            : new NextStep(Step.CLOSE, 0, 0, 0, "The change of the stack was given up"));
  }

  private boolean worthWaiting(Deployment deployment) {
    var now = ports.clock().instant();
    return !deployment.status().terminal()
        && GivenUp.waitingSince(deployment)
            .map(since -> now.isBefore(since.plus(GivenUp.PATIENCE)))
            .orElse(false);
  }
}

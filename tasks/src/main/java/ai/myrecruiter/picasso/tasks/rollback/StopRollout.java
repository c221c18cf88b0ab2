package ai.myrecruiter.picasso.tasks.rollback;

import ai.myrecruiter.picasso.tasks.Ports;
import ai.myrecruiter.picasso.tasks.Task;
import ai.myrecruiter.picasso.tasks.rollback.RollbackState.Owner;
import ai.myrecruiter.picasso.tasks.rollback.RollbackState.Request;
import ai.myrecruiter.picasso.workflows.rollback.RollbackTrigger;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;

/**
 * Ends the rollout execution that was taken over. It could not act any more, but it might wait for
 * an approval or a look. A rollout that started this rollback itself waits for its result and is
 * left to end by itself.
 */
public final class StopRollout extends Task<Request, RollbackState> {
  /** Step Functions takes 32,768 characters as a cause; a person reads less. */
  private static final int LONGEST_TRIGGER = 4_000;

  private final Ports ports;

  /** For Lambda. */
  public StopRollout() {
    this(Ports.ofAws());
  }

  /** On given ports. */
  public StopRollout(Ports ports) {
    super(Request.class);
    this.ports = ports;
  }

  @Override
  protected RollbackState run(Request request) {
    var state = request.state();
    state
        .owner()
        .map(Owner::executionArn)
        .filter(arn -> !arn.isEmpty() && !state.parent().map(arn::equals).orElse(false))
        .ifPresent(arn -> stop(arn, request));
    return state;
  }

  private void stop(String executionArn, Request request) {
    var trigger = request.state().trigger();
    try {
      ports
          .sfn()
          .stopExecution(stop ->
              stop.executionArn(executionArn)
                  .error("TakenOver")
                  .cause(cause(trigger, request.executionArn())));
    } catch (ExecutionDoesNotExistException gone) {
      return;
    }
  }

  private static String cause(RollbackTrigger trigger, String rollback) {
    var sentence = trigger.sentence();
    var why = sentence.substring(0, Math.min(sentence.length(), LONGEST_TRIGGER));
    return "%s%s Taken over by %s.".formatted(why, why.endsWith(".") ? "" : ".", rollback);
  }
}

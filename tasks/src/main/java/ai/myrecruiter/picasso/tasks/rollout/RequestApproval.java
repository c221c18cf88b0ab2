package ai.myrecruiter.picasso.tasks.rollout;

import ai.myrecruiter.picasso.tasks.Ports;
import ai.myrecruiter.picasso.tasks.Task;
import ai.myrecruiter.picasso.workflows.rollout.ApprovalReason;
import ai.myrecruiter.picasso.workflows.rollout.Itinerary;
import ai.myrecruiter.picasso.workflows.rollout.NextStep;
import ai.myrecruiter.picasso.workflows.rollout.PendingApproval;
import ai.myrecruiter.picasso.workflows.rollout.Rollout;
import ai.myrecruiter.picasso.workflows.rollout.Run;
import ai.myrecruiter.picasso.workflows.rollout.Step;
import ai.myrecruiter.picasso.workflows.rollout.Turn;
import java.time.Instant;

/**
 * Writes the question, with the task token that its answer wakes the execution with, into the
 * record.
 */
public final class RequestApproval extends Task<RequestApproval.Question, Turn> {
  private final Ports ports;

  /** For Lambda. */
  public RequestApproval() {
    this(Ports.ofAws());
  }

  /** On given ports. */
  public RequestApproval(Ports ports) {
    super(Question.class);
    this.ports = ports;
  }

  /** Which rollout, what is asked, and the token of the answer. */
  public record Question(Run run, NextStep next, String taskToken) {}

  @Override
  protected Turn run(Question question) {
    new OwnedRollout(ports, question.run())
        .change((rollout, now) -> rollout.awaiting(pending(rollout, question, now), now));
    return new Turn(question.run(), question.next());
  }

  private static PendingApproval pending(Rollout rollout, Question question, Instant now) {
    var itinerary = new Itinerary(rollout.plan());
    var next = question.next();
    var approval = itinerary.approval(next.stage());
    return new PendingApproval(
        itinerary.name(next.stage()),
        next.step() == Step.HOLD ? ApprovalReason.HELD : ApprovalReason.BEFORE_STAGE,
        rollout.request().planDigest(),
        question.taskToken(),
        now.plusSeconds(next.waitSeconds()),
        approval.whenExpired(),
        approval.otherThanStarter());
  }
}

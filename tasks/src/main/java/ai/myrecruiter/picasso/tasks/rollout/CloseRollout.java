package ai.myrecruiter.picasso.tasks.rollout;

import ai.myrecruiter.picasso.tasks.ErrorOutput;
import ai.myrecruiter.picasso.tasks.Ports;
import ai.myrecruiter.picasso.tasks.Task;
import ai.myrecruiter.picasso.workflows.judge.BadRequests;
import ai.myrecruiter.picasso.workflows.lease.LeaseLost;
import ai.myrecruiter.picasso.workflows.rollout.DecidedBy;
import ai.myrecruiter.picasso.workflows.rollout.Ending;
import ai.myrecruiter.picasso.workflows.rollout.NextStep;
import ai.myrecruiter.picasso.workflows.rollout.Outcome;
import ai.myrecruiter.picasso.workflows.rollout.Rollout;
import ai.myrecruiter.picasso.workflows.rollout.Run;
import ai.myrecruiter.picasso.workflows.rollout.Turn;
import java.time.Instant;
import java.util.Optional;

/** Records how a rollout ended, promoted or refused, and gives the lease back. */
public final class CloseRollout extends Task<CloseRollout.Request, Turn> {
  private final Ports ports;

  /** For Lambda. */
  public CloseRollout() {
    this(Ports.ofAws());
  }

  /** On given ports. */
  public CloseRollout(Ports ports) {
    super(Request.class);
    this.ports = ports;
  }

  /** Which rollout; with the error that stopped it before the alias was touched, if one did. */
  public record Request(Run run, NextStep next, Optional<ErrorOutput> error) {}

  @Override
  protected Turn run(Request request) {
    var owned = new OwnedRollout(ports, request.run());
    var done = new Turn(request.run(), request.next());
    if (alreadyClosed(request.run())) {
      releaseIfHeld(owned);
      return done;
    }
    owned.change((rollout, now) ->
        request
            .error()
            .map(error -> rollout.refused(refused(error, now), now))
            .orElseGet(
                () -> rollout.completed(promoted(rollout, request.next().sentence(), now), now)));
    owned.release();
    return done;
  }

  private boolean alreadyClosed(Run run) {
    return RolloutTable.of(ports)
        .read(run.environment(), run.rolloutId())
        .map(rollout -> rollout.status().terminal())
        .orElse(false);
  }

  private static void releaseIfHeld(OwnedRollout owned) {
    try {
      owned.release();
    } catch (LeaseLost released) {
      return;
    }
  }

  private static Outcome refused(ErrorOutput error, Instant now) {
    return new Outcome(
        Ending.REFUSED, DecidedBy.PLAN, error.sentence(), BadRequests.NONE, Optional.empty(), now);
  }

  private static Outcome promoted(Rollout rollout, String sentence, Instant now) {
    return new Outcome(
        Ending.PROMOTED,
        DecidedBy.JUDGE,
        sentence,
        rollout.badRequests(),
        rollout.firstFaultAt(),
        now);
  }
}

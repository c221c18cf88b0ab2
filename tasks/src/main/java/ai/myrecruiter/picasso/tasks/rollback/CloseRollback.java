package ai.myrecruiter.picasso.tasks.rollback;

import ai.myrecruiter.picasso.tasks.ErrorOutput;
import ai.myrecruiter.picasso.tasks.Ports;
import ai.myrecruiter.picasso.tasks.Task;
import ai.myrecruiter.picasso.tasks.lease.LeaseTable;
import ai.myrecruiter.picasso.tasks.rollback.RollbackState.Closed;
import ai.myrecruiter.picasso.tasks.rollback.RollbackState.Owner;
import ai.myrecruiter.picasso.tasks.rollback.RollbackState.Request;
import ai.myrecruiter.picasso.tasks.rollout.Looking;
import ai.myrecruiter.picasso.tasks.rollout.RolloutTable;
import ai.myrecruiter.picasso.workflows.judge.BadRequests;
import ai.myrecruiter.picasso.workflows.lease.Lease;
import ai.myrecruiter.picasso.workflows.rollout.Ending;
import ai.myrecruiter.picasso.workflows.rollout.Outcome;
import ai.myrecruiter.picasso.workflows.rollout.Rollout;
import ai.myrecruiter.picasso.workflows.rollout.RolloutStatus;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;

/** Records how the rollback ended and gives the lease back. */
public final class CloseRollback extends Task<Request, RollbackState> {
  private final Ports ports;

  /** For Lambda. */
  public CloseRollback() {
    this(Ports.ofAws());
  }

  /** On given ports. */
  public CloseRollback(Ports ports) {
    super(Request.class);
    this.ports = ports;
  }

  @Override
  protected RollbackState run(Request request) {
    var state = request.state();
    var sentence = sentence(state);
    state.owner().ifPresent(owner -> close(state, owner, sentence));
    var subject = state.subject().map(id -> id.toString()).orElse("none");
    return state.with(new Closed(subject, state.restored().orElseThrow().stable(), sentence));
  }

  private void close(RollbackState state, Owner owner, String sentence) {
    var rollouts = RolloutTable.of(ports);
    var now = ports.clock().instant();
    if (rollouts.read(state.environment(), owner.rolloutId()).isPresent()) {
      rollouts.change(
          state.environment(),
          owner.rolloutId(),
          now,
          rollout ->
              rollout.status() == RolloutStatus.ROLLING_BACK
                  ? rollout.rolledBack(outcome(state, rollout, sentence, now), now)
                  : rollout);
    }
    LeaseTable.of(ports)
        .change(
            state.environment(),
            stored -> {
              var lease = stored.orElseGet(() -> Lease.never(state.environment()));
              return lease.held() && lease.token() == owner.token()
                  ? lease.release(owner.token())
                  : lease;
            });
  }

  private Outcome outcome(RollbackState state, Rollout rollout, String sentence, Instant now) {
    return new Outcome(
        Ending.ROLLED_BACK,
        state.trigger().decidedBy(),
        sentence,
        badRequests(rollout, now),
        Optional.empty(),
        state.restored().orElseThrow().at());
  }

  /** What CloudWatch knows by now; what the judge last saw when CloudWatch does not answer. */
  private BadRequests badRequests(Rollout rollout, Instant now) {
    if (rollout.candidate().isEmpty()) {
      return BadRequests.NONE;
    }
    try {
      return new Looking(ports).look(rollout, "close", now).badRequests();
    } catch (SdkException unanswered) {
      return rollout.judge().badRequests();
    }
  }

  private static String sentence(RollbackState state) {
    var restored = state.restored().orElseThrow();
    var why =
        "Triggered by "
            + state.trigger().name()
            + ": "
            + ErrorOutput.sentence(state.trigger().reason());
    if (restored.foreign()) {
      return "Nothing to roll back: the alias belongs to another rollout. " + why;
    }
    if (state.owner().isEmpty() && !restored.changed()) {
      return "Nothing to roll back: version "
          + restored.stable()
          + " has all traffic and no rollout is under way. "
          + why;
    }
    var health = state.health().map(h -> " Health after that: " + h.verdict() + ".").orElse("");
    return "All traffic on version " + restored.stable() + ". " + why + health;
  }
}

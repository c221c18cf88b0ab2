package ai.myrecruiter.picasso.tasks.rollback;

import ai.myrecruiter.picasso.tasks.Ports;
import ai.myrecruiter.picasso.tasks.Task;
import ai.myrecruiter.picasso.tasks.lease.LeaseTable;
import ai.myrecruiter.picasso.tasks.rollback.RollbackState.Closed;
import ai.myrecruiter.picasso.tasks.rollback.RollbackState.Owner;
import ai.myrecruiter.picasso.tasks.rollback.RollbackState.Request;
import ai.myrecruiter.picasso.tasks.rollout.Looking;
import ai.myrecruiter.picasso.tasks.rollout.RolloutTable;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import ai.myrecruiter.picasso.workflows.judge.BadRequests;
import ai.myrecruiter.picasso.workflows.lease.Lease;
import ai.myrecruiter.picasso.workflows.rollback.RollbackTrigger;
import ai.myrecruiter.picasso.workflows.rollout.Ending;
import ai.myrecruiter.picasso.workflows.rollout.Outcome;
import ai.myrecruiter.picasso.workflows.rollout.Rollout;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import ai.myrecruiter.picasso.workflows.rollout.RolloutStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
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
    var stable = state.restored().orElseThrow().stable();
    var subject = state.subject().map(RolloutId::toString).orElse("none");
    var record = state.subject().flatMap(id -> record(state, id));
    var ending = ending(record, stable);
    var sentence = new RollbackSentence(state).of(ending);
    record.ifPresent(rollout -> close(state, rollout.id(), ending, sentence));
    state.owner().ifPresent(owner -> release(state, owner));
    return state.with(new Closed(subject, stable, ending, sentence));
  }

  /** A release whose bake was over, and which therefore is what the alias calls stable, stays. */
  private static Ending ending(Optional<Rollout> record, VersionNumber stable) {
    return record.flatMap(Rollout::candidate).equals(Optional.of(stable))
        ? Ending.PROMOTED
        : Ending.ROLLED_BACK;
  }

  private Optional<Rollout> record(RollbackState state, RolloutId id) {
    return RolloutTable.of(ports).read(state.environment(), id);
  }

  private void close(RollbackState state, RolloutId id, Ending ending, String sentence) {
    var now = ports.clock().instant();
    RolloutTable.of(ports)
        .change(
            state.environment(),
            id,
            now,
            rollout -> {
              var taken = taken(state, rollout, sentence, now);
              if (taken.status() != RolloutStatus.ROLLING_BACK) {
                return rollout;
              }
              var outcome = outcome(state, taken, ending, sentence, now);
              return ending == Ending.PROMOTED
                  ? taken.completed(outcome, now)
                  : taken.rolledBack(outcome, now);
            });
  }

  /**
   * The record under this rollback's token. A rollout whose lease was taken over before it had a
   * record writes one afterwards that knows of no rollback.
   */
  private static Rollout taken(RollbackState state, Rollout rollout, String sentence, Instant now) {
    return state
        .owner()
        .filter(owner -> owner.rolloutId().equals(rollout.id()))
        .filter(_ -> !rollout.status().terminal())
        .filter(_ -> rollout.status() != RolloutStatus.ROLLING_BACK)
        .map(owner -> rollout.rollingBack(owner.token(), sentence, now))
        .orElse(rollout);
  }

  private void release(RollbackState state, Owner owner) {
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

  private Outcome outcome(
      RollbackState state, Rollout rollout, Ending ending, String sentence, Instant now) {
    return new Outcome(
        ending,
        state.trigger().decidedBy(),
        sentence,
        badRequests(rollout, now),
        firstFault(rollout, state.trigger()),
        state.restored().orElseThrow().at());
  }

  /** The look or the alarm that saw a fault first. */
  private static Optional<Instant> firstFault(Rollout rollout, RollbackTrigger trigger) {
    return Stream.of(rollout.firstFaultAt(), trigger.faultSeenAt())
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder());
  }

  /** What CloudWatch knows by now; what the judge last saw when CloudWatch does not answer. */
  private BadRequests badRequests(Rollout rollout, Instant now) {
    if (rollout.candidate().isEmpty()) {
      return BadRequests.NONE;
    }
    try {
      return new Looking(ports).after(rollout, now).badRequests();
    } catch (SdkException unanswered) {
      return rollout.badRequests();
    }
  }
}

package ai.myrecruiter.picasso.workflows.rollout;

import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.judge.BadRequests;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a rollout ended.
 *
 * @param ending what became of the new version
 * @param decidedBy who or what decided it
 * @param sentence why, for a person
 * @param badRequests bad requests of the new version that were served
 * @param firstFaultAt when the first fault was seen, by a look at the metrics or by the alarm that
 *     went off; absent when none was seen while the new version had traffic. The fault itself is
 *     older by the delay of the metrics and by up to a look.
 * @param stableAt when the alias was seen on one version
 */
public record Outcome(
    Ending ending,
    DecidedBy decidedBy,
    String sentence,
    BadRequests badRequests,
    Optional<Instant> firstFaultAt,
    Instant stableAt) {
  /** Time from the first fault seen to the stable alias; empty without a fault or a rollback. */
  public Optional<Duration> faultToStable() {
    return firstFaultAt
        .filter(_ -> ending == Ending.ROLLED_BACK)
        .map(first -> Duration.between(first, stableAt))
        .filter(time -> !time.isNegative());
  }

  /** This outcome, which must have the ending that the step is about. */
  Outcome of(Ending expected) {
    InvalidInput.unless(
        ending == expected, "$.outcome.ending", ending, "must be " + expected, "name that ending");
    return this;
  }
}

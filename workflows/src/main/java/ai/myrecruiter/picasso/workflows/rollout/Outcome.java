package ai.myrecruiter.picasso.workflows.rollout;

import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.judge.BadRequests;
import java.time.Instant;
import java.util.Optional;

/**
 * How a rollout ended.
 *
 * @param ending what became of the new version
 * @param decidedBy who or what decided it
 * @param sentence why, for a person
 * @param badRequests bad requests of the new version that were served
 * @param firstFaultAt when the first of them was seen
 * @param stableAt when the alias was seen on one version
 */
public record Outcome(
    Ending ending,
    DecidedBy decidedBy,
    String sentence,
    BadRequests badRequests,
    Optional<Instant> firstFaultAt,
    Instant stableAt) {
  /** This outcome, which must have the ending that the step is about. */
  Outcome of(Ending expected) {
    InvalidInput.unless(
        ending == expected, "$.outcome.ending", ending, "must be " + expected, "name that ending");
    return this;
  }
}

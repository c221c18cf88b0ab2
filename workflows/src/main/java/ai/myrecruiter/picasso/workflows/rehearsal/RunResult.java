package ai.myrecruiter.picasso.workflows.rehearsal;

import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.rollout.Ending;
import java.time.Duration;
import java.util.Optional;

/**
 * What became of one run.
 *
 * @param ending whether the new version stayed, went back, or was not let in because the old one
 *     already kept an alarm ringing
 * @param place the stage or step at which it was caught; empty when it was not
 * @param decidedBy what caught it, or the alarm that did not let it start; empty when it stayed
 * @param toStable from the moment the new version became bad, or from the first shift if it never
 *     did, until the old version had everything again; empty when it was not rolled back
 * @param badRequests failed requests that the old version would not have failed, up to the horizon
 */
public record RunResult(
    Ending ending,
    Optional<String> place,
    Optional<String> decidedBy,
    Optional<Duration> toStable,
    long badRequests) {
  /** Refuses what no run can end with. */
  public RunResult {
    boolean back = ending == Ending.ROLLED_BACK;
    InvalidInput.unless(
        back || (place.isEmpty() && toStable.isEmpty()),
        "$.place",
        place.orElse("none"),
        "must be empty, and so must toStable, unless the ending is ROLLED_BACK",
        "leave both out");
    InvalidInput.unless(
        ending != Ending.PROMOTED || decidedBy.isEmpty(),
        "$.decidedBy",
        decidedBy.orElse("none"),
        "must be empty when nothing was decided against the version",
        "leave it out");
    InvalidInput.unless(
        ending != Ending.REFUSED || badRequests == 0,
        "$.badRequests",
        badRequests,
        "must be 0 of a version that never had traffic",
        "count again");
  }

  /** The old version has everything again. */
  public static RunResult rolledBack(
      Optional<String> place, Optional<String> decidedBy, Optional<Duration> toStable, long bad) {
    return new RunResult(Ending.ROLLED_BACK, place, decidedBy, toStable, bad);
  }

  /** Nothing spoke against the version. */
  public static RunResult promoted(long bad) {
    return new RunResult(
        Ending.PROMOTED, Optional.empty(), Optional.empty(), Optional.empty(), bad);
  }

  /** An alarm that was ringing already did not let the rollout start. */
  public static RunResult refused(String alarm) {
    return new RunResult(Ending.REFUSED, Optional.empty(), Optional.of(alarm), Optional.empty(), 0);
  }

  /** Whether the old version has everything again. */
  public boolean rolledBack() {
    return ending == Ending.ROLLED_BACK;
  }

  /** Whether the rollout got as far as a shift; only those runs say something of the version. */
  public boolean started() {
    return ending != Ending.REFUSED;
  }
}

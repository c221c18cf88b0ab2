package ai.myrecruiter.picasso.workflows.rollout;

import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.plan.Plan;
import java.time.Duration;
import java.time.Instant;

/**
 * Where a rollout is.
 *
 * @param status its status
 * @param stageIndex index of the present stage from 0; -1 before the first; the number of stages
 *     from the promotion on, when the bake is what is watched
 * @param weight percent of the traffic on the new version that the rollout has asked for, 0 to 100
 * @param since when the status began; for OBSERVING and BAKING the start of the watching
 */
public record Progress(RolloutStatus status, int stageIndex, double weight, Instant since) {
  /** Checks the ranges. */
  public Progress {
    InvalidInput.unless(
        stageIndex >= -1, "$.stageIndex", stageIndex, "must be -1 or more", "count from 0");
    InvalidInput.unless(
        weight >= 0 && weight <= 100, "$.weight", weight, "must be 0 to 100", "use percent");
  }

  /** How long the status has lasted. */
  public Duration elapsed(Instant at) {
    return Duration.between(since, at);
  }

  /** Refuses what a plan does not have, and traffic on versions that are not known. */
  void check(Plan plan, boolean versionsKnown) {
    InvalidInput.unless(
        stageIndex <= plan.stages().size(),
        "$.progress.stageIndex",
        stageIndex,
        "must be at most the number of stages (the bake comes after the last)",
        "read the record again");
    InvalidInput.unless(
        weight == 0 || versionsKnown,
        "$.progress.weight",
        weight,
        "must be 0 until both versions are known",
        "read the record again");
  }
}

package ai.myrecruiter.picasso.workflows.rollout;

import ai.myrecruiter.picasso.workflows.InvalidInput;

/**
 * The next step of a rollout, as the state machine carries it.
 *
 * @param step what is done
 * @param stage index of the stage from 0; the number of stages stands for the holdback bake
 * @param look number of the look within the stage, from 1; 0 before the first
 * @param waitSeconds seconds to wait for the look or the approval, 0 or more
 * @param sentence why, for a person
 */
public record NextStep(Step step, int stage, int look, long waitSeconds, String sentence) {
  /** Checks the ranges. */
  public NextStep {
    InvalidInput.unless(
        stage >= 0, "next.stage", stage, "must be 0 or more", "start a new rollout");
    InvalidInput.unless(look >= 0, "next.look", look, "must be 0 or more", "start a new rollout");
    InvalidInput.unless(
        waitSeconds >= 0,
        "next.waitSeconds",
        waitSeconds,
        "must be 0 or more",
        "start a new rollout");
  }
}

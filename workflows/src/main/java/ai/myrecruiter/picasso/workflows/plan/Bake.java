package ai.myrecruiter.picasso.workflows.plan;

import ai.myrecruiter.picasso.workflows.InvalidInput;
import java.time.Duration;

/**
 * The holdback bake after promotion. At 100 % there is no old version left to compare with, so a
 * little traffic stays on it until the bake has ended.
 *
 * @param holdback percent of the traffic kept on the old version, 0.1 to 50
 * @param duration 1 second to 7 days
 * @param look interval of looks, 1 second to 1 hour, at most {@code duration}
 * @param onInconclusive what follows when the bake ends without a decision; there is no extension
 */
public record Bake(
    double holdback, Duration duration, Duration look, OnInconclusive onInconclusive) {
  /** Checks every range and the rules among them. */
  public Bake {
    PlanRules.HOLDBACK.require("$.holdback", holdback);
    PlanRules.DURATION.require("$.duration", duration);
    PlanRules.LOOK.require("$.look", look);
    InvalidInput.when(PlanRules.lookWithin("$", look, duration));
    InvalidInput.when(PlanRules.longestTime("$", duration, duration, onInconclusive));
  }

  /** How the bake is watched. */
  public Watch watch() {
    return new Watch("bake", duration, duration, look, onInconclusive);
  }
}

package ai.myrecruiter.picasso.workflows.rehearsal;

import java.time.Duration;

/**
 * What is wrong with the new version.
 *
 * @param errorRate share of its requests that fail, the old version's rate to 1
 * @param slowdown its duration over the old version's, 0.1 to 100; 1 is no change
 * @param onset how long after the first shift it begins to be wrong, 0 to 24 h
 */
public record Effect(double errorRate, double slowdown, Duration onset) {
  /** Checks the ranges. */
  public Effect {
    ModelRules.SHARE.require("$.effect.errorRate", errorRate);
    ModelRules.SLOWDOWN.require("$.effect.slowdown", slowdown);
    ModelRules.ONSET.require("$.effect.onset", onset);
  }
}

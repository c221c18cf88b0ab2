package ai.myrecruiter.picasso.workflows.plan;

import java.util.Optional;

/**
 * What a stage must be able to see, and what the new version must keep.
 *
 * @param effect odds ratio of errors, new version to old, that a stage must be able to detect
 *     before it passes on evidence; above 1, at most 100
 * @param errorRate objective: the share of failed requests that the new version may have, 0.000001
 *     to 0.2
 * @param latencyMillis objective of latency in milliseconds, 1 to 900,000; with it the new version
 *     is compared at this threshold and at the old version's own percentiles; absent: latency is
 *     not tested
 */
public record Targets(double effect, double errorRate, Optional<Long> latencyMillis) {
  /** Checks the ranges. */
  public Targets {
    PlanRules.EFFECT.require("$.effect", effect);
    PlanRules.ERROR_RATE.require("$.errorRate", errorRate);
    latencyMillis.ifPresent(
        millis -> PlanRules.LATENCY.require("$.latencyMillis", (double) millis));
  }
}

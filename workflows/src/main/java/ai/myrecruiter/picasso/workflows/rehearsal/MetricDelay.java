package ai.myrecruiter.picasso.workflows.rehearsal;

import java.time.Duration;

/**
 * When counts can be seen.
 *
 * @param resolution counts are published when a period of this length has ended: 10 s or 60 s
 * @param lag how long after that a query sees them, 0 to 10 min
 */
public record MetricDelay(Duration resolution, Duration lag) {
  /** Checks the ranges. */
  public MetricDelay {
    ModelRules.RESOLUTION.require("$.metrics.resolution", resolution);
    ModelRules.LAG.require("$.metrics.lag", lag);
  }
}

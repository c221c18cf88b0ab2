package ai.myrecruiter.picasso.workflows.judge;

import ai.myrecruiter.picasso.workflows.InvalidInput;

/**
 * What a plan is expected to meet.
 *
 * @param requestsPerSecond mean over the rollout, above 0, at most a million
 * @param errorRate share of requests that fail on the old version, 0 to below 1
 */
public record ExpectedTraffic(double requestsPerSecond, double errorRate) {
  static final double MOST = 1e6;

  /** Checks the ranges. */
  public ExpectedTraffic {
    InvalidInput.unless(
        requestsPerSecond > 0 && requestsPerSecond <= MOST,
        "$.requestsPerSecond",
        requestsPerSecond,
        "must be above 0 and at most 1000000",
        "give the mean over the hours in which you release");
    InvalidInput.unless(
        errorRate >= 0 && errorRate < 1,
        "$.errorRate",
        errorRate,
        "must be a share from 0 to below 1",
        "use 0.001 for one failed request in a thousand");
  }
}

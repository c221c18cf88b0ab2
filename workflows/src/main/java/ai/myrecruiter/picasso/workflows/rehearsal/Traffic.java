package ai.myrecruiter.picasso.workflows.rehearsal;

import java.time.Duration;

/**
 * Requests to the service: Poisson, at a rate that follows the hours of the day as a cosine.
 *
 * @param rps mean requests a second over a day, 0.01 to 100,000
 * @param swing how far the rate goes above and below the mean, as a share of it, 0 to 1
 * @param peakHour hour of the day with the most requests, 0 to below 24
 * @param startHour hour of the day at which the rollout starts, 0 to below 24
 */
public record Traffic(double rps, double swing, double peakHour, double startHour) {
  private static final double HOURS = 24;
  private static final double SECONDS = 3600;

  /** Checks the ranges. */
  public Traffic {
    ModelRules.RPS.require("$.traffic.rps", rps);
    ModelRules.SWING.require("$.traffic.swing", swing);
    ModelRules.HOUR.require("$.traffic.peakHour", peakHour);
    ModelRules.HOUR.require("$.traffic.startHour", startHour);
  }

  /** Requests a second, a time after the start. */
  public double rateAt(Duration sinceStart) {
    var hour = startHour + sinceStart.toMillis() / 1000.0 / SECONDS;
    return rps * (1 + swing * Math.cos(2 * Math.PI * (hour - peakHour) / HOURS));
  }
}

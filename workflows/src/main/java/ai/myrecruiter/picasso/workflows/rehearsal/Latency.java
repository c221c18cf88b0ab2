package ai.myrecruiter.picasso.workflows.rehearsal;

/**
 * How long requests take: log-normal, and longer on a cold start.
 *
 * @param medianMillis the old version's median in milliseconds, 1 to 900,000
 * @param spread standard deviation of the logarithm, 0 to 3
 * @param coldShare share of the new version's requests that meet a cold start in the first minute
 *     after a shift, 0 to 1
 * @param laterColdShare the same share later on, 0 to 1: with little traffic environments go on
 *     being started
 * @param coldMillis what a cold start adds in milliseconds, 0 to 60,000
 */
public record Latency(
    double medianMillis,
    double spread,
    double coldShare,
    double laterColdShare,
    double coldMillis) {
  /** Checks the ranges. */
  public Latency {
    ModelRules.MILLIS.require("$.latency.medianMillis", medianMillis);
    ModelRules.SPREAD.require("$.latency.spread", spread);
    ModelRules.SHARE.require("$.latency.coldShare", coldShare);
    ModelRules.SHARE.require("$.latency.laterColdShare", laterColdShare);
    ModelRules.COLD.require("$.latency.coldMillis", coldMillis);
  }
}

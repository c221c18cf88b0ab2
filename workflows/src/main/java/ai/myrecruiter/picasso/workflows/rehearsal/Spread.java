package ai.myrecruiter.picasso.workflows.rehearsal;

import ai.myrecruiter.picasso.workflows.InvalidInput;
import java.util.List;

/**
 * Where the values of many runs lie.
 *
 * @param mean of all
 * @param median half are at most this
 * @param p95 95 % are at most this
 * @param runs how many values, 1 or more
 */
public record Spread(double mean, double median, double p95, int runs) {
  /** The spread of values; at least one. */
  public static Spread of(List<Double> values) {
    InvalidInput.unless(
        !values.isEmpty(), "$.values", "none", "must have one or more values", "run it first");
    var sorted = values.stream().sorted().toList();
    return new Spread(
        values.stream().mapToDouble(Double::doubleValue).average().orElseThrow(),
        at(sorted, 0.5),
        at(sorted, 0.95),
        sorted.size());
  }

  /** The smallest value that at least this share does not exceed. */
  private static double at(List<Double> sorted, double share) {
    return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
  }
}

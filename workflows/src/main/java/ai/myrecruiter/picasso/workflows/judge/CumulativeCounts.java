package ai.myrecruiter.picasso.workflows.judge;

import ai.myrecruiter.picasso.workflows.InvalidInput;
import java.util.Optional;

/**
 * One look: the cumulative sums of both versions since the first shift of the rollout. Sums, not
 * minutes, because Lambda stamps a metric at the start of the invocation and emits it at the end,
 * so that a timeout appears late in an old minute.
 *
 * @param stable the old version; absent when its metric is missing
 * @param candidate the new version; absent when its metric is missing
 * @param weight percent of the traffic that the alias was told to send to the new version, above 0
 *     and below 100; absent when the routing is not to be tested
 */
public record CumulativeCounts(
    Optional<Reading> stable, Optional<Reading> candidate, Optional<Double> weight) {
  /** Refuses a weight that no alias has. */
  public CumulativeCounts {
    InvalidInput.unless(
        weight.filter(percent -> !(percent > 0 && percent < 100)).isEmpty(),
        "$.weight",
        weight.orElse(0.0),
        "must be a percentage above 0 and below 100",
        "give the weight of the stage");
  }

  /** A look at requests and errors with both metrics there. */
  public static CumulativeCounts of(Tally stable, Tally candidate) {
    return new CumulativeCounts(
        Optional.of(Reading.of(stable)), Optional.of(Reading.of(candidate)), Optional.empty());
  }

  boolean complete() {
    return stable.isPresent() && candidate.isPresent();
  }
}

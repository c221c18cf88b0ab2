package ai.myrecruiter.picasso.local.traffic;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * What one version served in a stretch of time.
 *
 * @param requests 0 or more
 * @param errors those of them that failed
 * @param handled those of the failures that the payload answered and counted itself
 * @param durations how many took how many milliseconds
 */
public record SideCounts(long requests, long errors, long handled, Map<Double, Long> durations) {
  /** Nothing. */
  public static final SideCounts NOTHING = new SideCounts(0, 0, 0, Map.of());

  /** Copies the durations, into an order that is the same in every process: sums depend on it. */
  public SideCounts {
    durations = Collections.unmodifiableMap(new HashMap<>(durations));
  }

  /** Both together. */
  public SideCounts plus(SideCounts more) {
    var both = new HashMap<>(durations);
    more.durations.forEach((millis, count) -> both.merge(millis, count, Long::sum));
    return new SideCounts(
        requests + more.requests, errors + more.errors, handled + more.handled, both);
  }
}

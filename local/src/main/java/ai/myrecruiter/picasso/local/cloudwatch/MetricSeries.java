package ai.myrecruiter.picasso.local.cloudwatch;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The stored values of one metric. A caller that records often keeps the series instead of looking
 * it up by name each time.
 */
public final class MetricSeries {
  private final MetricStore store;
  private final Buckets buckets = new Buckets();
  private final Map<PeriodValues.Kind, PeriodValues> known = new HashMap<>();
  private long lastSecond = Long.MIN_VALUE;
  private Bucket lastBucket = new Bucket();

  /** Whether those who keep values know that the last second's have changed. */
  private boolean told;

  MetricSeries(MetricStore store) {
    this.store = store;
  }

  /** Records one value; queries see it when the store's visibility lag has passed. */
  public void record(Instant instant, double value, Resolution resolution) {
    record(instant, value, 1, resolution);
  }

  /** Records a value that was seen a number of times. */
  public void record(Instant instant, double value, double count, Resolution resolution) {
    long second = resolution.stamp(instant);
    store.reveal(() -> bucket(second).add(value, count));
  }

  void recordSummary(
      Instant instant,
      double samples,
      double sum,
      double minimum,
      double maximum,
      Resolution resolution) {
    long second = resolution.stamp(instant);
    store.reveal(() -> bucket(second).addSummary(samples, sum, minimum, maximum));
  }

  private Bucket bucket(long second) {
    if (second != lastSecond) {
      lastBucket = buckets.at(second);
      lastSecond = second;
      told = false;
    }
    if (!told) {
      known.values().forEach(values -> values.changed(second));
      told = true;
    }
    return lastBucket;
  }

  boolean anySince(Instant start) {
    return buckets.anyFrom(start.getEpochSecond());
  }

  /**
   * One statistic for each period of a window that has samples: a view, to be read before the next
   * value is recorded. The last period of a window may be cut short by its end.
   */
  Points values(Stat stat, Window window) {
    told = false;
    var kind = PeriodValues.Kind.of(stat, window);
    var cut = window.endOfWholePeriods();
    var whole =
        known
            .computeIfAbsent(kind, any -> new PeriodValues(any, buckets))
            .between(window.start(), cut);
    var rest = buckets.between(cut.getEpochSecond(), window.end().getEpochSecond());
    var last = rest.isEmpty() ? OptionalDouble.empty() : stat.of(Bucket.sum(rest));
    return last.isEmpty() ? whole : whole.plus(cut, last.getAsDouble());
  }
}

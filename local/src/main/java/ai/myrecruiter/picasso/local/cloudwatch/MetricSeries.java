package ai.myrecruiter.picasso.local.cloudwatch;

import java.time.Instant;
import java.util.HashSet;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The stored values of one metric. A caller that records often keeps the series instead of looking
 * it up by name each time.
 */
public final class MetricSeries {
  private final MetricStore store;
  private final NavigableMap<Long, Bucket> buckets = new TreeMap<>();
  private long lastSecond = Long.MIN_VALUE;
  private Bucket lastBucket = new Bucket();

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
      lastBucket = buckets.computeIfAbsent(second, any -> new Bucket());
      lastSecond = second;
    }
    return lastBucket;
  }

  /** The values from one instant, inclusive, to another, exclusive, by the period they fall in. */
  NavigableMap<Instant, Bucket> periods(Window window) {
    var periods = new TreeMap<Instant, Bucket>();
    var copied = new HashSet<Instant>();
    buckets
        .subMap(window.start().getEpochSecond(), true, window.end().getEpochSecond(), false)
        .forEach((second, bucket) -> {
          var period = window.periodOf(second);
          var alone = periods.putIfAbsent(period, bucket);
          if (alone != null) {
            var sum = copied.add(period) ? alone.copy() : alone;
            sum.add(bucket);
            periods.put(period, sum);
          }
        });
    return periods;
  }
}

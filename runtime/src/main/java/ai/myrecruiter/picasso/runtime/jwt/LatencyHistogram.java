package ai.myrecruiter.picasso.runtime.jwt;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLongArray;

/** Durations in buckets that are an eighth of an octave wide, from 1 microsecond to an hour. */
final class LatencyHistogram {
  private static final int STEPS = 8;
  private static final int BUCKETS = 32 * STEPS;
  private final AtomicLongArray counts = new AtomicLongArray(BUCKETS);

  void record(long nanos) {
    counts.incrementAndGet(bucket(nanos));
  }

  /** The upper bounds of the buckets in which the median and the 99th percentile lie. */
  Latency read() {
    long total = 0;
    for (int i = 0; i < BUCKETS; i++) {
      total += counts.get(i);
    }
    return new Latency(total, quantile(total, 0.5), quantile(total, 0.99));
  }

  private Duration quantile(long total, double share) {
    long rank = (long) Math.ceil(total * share);
    long seen = 0;
    for (int i = 0; i < BUCKETS && rank > 0; i++) {
      seen += counts.get(i);
      if (seen >= rank) {
        return Duration.ofNanos(upperNanos(i));
      }
    }
    return Duration.ZERO;
  }

  private static int bucket(long nanos) {
    double octaves = Math.log(Math.max(nanos, 1_000) / 1_000.0) / Math.log(2);
    return Math.min((int) (octaves * STEPS), BUCKETS - 1);
  }

  private static long upperNanos(int bucket) {
    return Math.round(1_000 * Math.pow(2, (bucket + 1.0) / STEPS));
  }
}

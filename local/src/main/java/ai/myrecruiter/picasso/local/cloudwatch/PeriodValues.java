package ai.myrecruiter.picasso.local.cloudwatch;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/**
 * One statistic of a series by the period, kept from query to query: a rollout asks for all its
 * minutes at every look, and only the newest have changed.
 */
final class PeriodValues {
  private final Kind kind;
  private final Buckets buckets;
  private final Points values = new Points();
  private final Set<Long> stale = new TreeSet<>();
  private long lastStale = Long.MIN_VALUE;

  /**
   * What is kept apart.
   *
   * @param seconds length of a period
   * @param offset where a period begins, in seconds after a multiple of its length
   */
  record Kind(Stat stat, long seconds, long offset) {
    static Kind of(Stat stat, Window window) {
      long seconds = window.period().toSeconds();
      return new Kind(stat, seconds, Math.floorMod(window.start().getEpochSecond(), seconds));
    }

    private long periodOf(long second) {
      return second - Math.floorMod(second - offset, seconds);
    }
  }

  /** The values of buckets that are there already; their owner tells of every change. */
  PeriodValues(Kind kind, Buckets buckets) {
    this.kind = kind;
    this.buckets = buckets;
    for (var second : buckets.seconds()) {
      changed(second);
    }
  }

  /** The bucket of a second has changed, or is about to. */
  void changed(long second) {
    if (second != lastStale) {
      stale.add(kind.periodOf(second));
      lastStale = second;
    }
  }

  /** The values of whole periods, as a view: to be read before the next change. */
  Points between(Instant start, Instant end) {
    for (var period : stale) {
      refresh(period, period + kind.seconds());
    }
    stale.clear();
    lastStale = Long.MIN_VALUE;
    return values.between(start, end);
  }

  private void refresh(long from, long to) {
    var value = kind.stat().of(Bucket.sum(buckets.between(from, to)));
    var period = Instant.ofEpochSecond(from);
    if (value.isPresent()) {
      values.put(period, value.getAsDouble());
    } else {
      values.remove(period);
    }
  }
}

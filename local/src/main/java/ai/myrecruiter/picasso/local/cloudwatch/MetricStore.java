package ai.myrecruiter.picasso.local.cloudwatch;

import ai.myrecruiter.picasso.local.loop.EventLoop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;

/**
 * Every metric of the stage. To be used on the event loop only.
 *
 * <p>Values keep the time the caller gives: the minute, or the second at high resolution. Queries
 * see a value when the visibility lag has passed since it was recorded, as it is on AWS.
 */
public final class MetricStore {
  private final EventLoop loop;
  private final Duration visibilityLag;
  private final Map<MetricId, MetricSeries> series = new HashMap<>();
  private final Queue<Hidden> hidden = new ArrayDeque<>();

  private final CloudWatchMeter meter = new CloudWatchMeter();

  private record Hidden(Instant visibleAt, Runnable reveal) {}

  /**
   * An empty store.
   *
   * @param visibilityLag zero or more
   */
  public MetricStore(EventLoop loop, Duration visibilityLag) {
    if (visibilityLag.isNegative()) {
      throw new IllegalArgumentException(
          "visibility lag %s is negative: give zero or more".formatted(visibilityLag));
    }
    this.loop = loop;
    this.visibilityLag = visibilityLag;
  }

  /** What the calls on metrics and alarms would have been charged for. */
  public CloudWatchMeter meter() {
    return meter;
  }

  /** The series of a metric, made when it is asked for the first time. */
  public MetricSeries series(MetricId id) {
    return series.computeIfAbsent(id, any -> new MetricSeries(this));
  }

  void reveal(Runnable change) {
    if (visibilityLag.isZero()) {
      change.run();
    } else {
      hidden.add(new Hidden(loop.now().plus(visibilityLag), change));
    }
  }

  /**
   * One statistic of a metric for each period of a window that has samples; to be read before the
   * next value is recorded.
   */
  Points query(MetricSeries asked, Stat stat, Window window) {
    revealDue();
    return asked.values(stat, window);
  }

  /** Whether a metric has a value at or after an instant, the lag considered. */
  boolean anySince(MetricSeries asked, Instant start) {
    revealDue();
    return asked.anySince(start);
  }

  private void revealDue() {
    var now = loop.now();
    for (var next = hidden.peek();
        next != null && !next.visibleAt().isAfter(now);
        next = hidden.peek()) {
      next.reveal().run();
      hidden.remove();
    }
  }
}

package ai.myrecruiter.picasso.runtime.telemetry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The values that one request measured. Not safe for several threads.
 *
 * <p>A count of zero is worth recording: it says that there was somebody who could have counted.
 */
public final class Measures {
  private final Map<Metric, List<Double>> values = new EnumMap<>(Metric.class);

  /** Adds to a count, which starts at zero. */
  public Measures count(Metric metric, long more) {
    values.merge(metric, List.of((double) more), (a, b) -> List.of(a.getFirst() + b.getFirst()));
    return this;
  }

  /** Records one duration, which must not be negative, in milliseconds and fractions. */
  public Measures time(Metric metric, Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException(
          "%s of %s is negative: take both instants from one clock"
              .formatted(metric.text(), duration));
    }
    values.computeIfAbsent(metric, any -> new ArrayList<>()).add(duration.toNanos() / 1e6);
    return this;
  }

  /** Whether there is a value of a metric. */
  public boolean has(Metric metric) {
    return values.containsKey(metric);
  }

  Map<Metric, List<Double>> values() {
    return values;
  }
}

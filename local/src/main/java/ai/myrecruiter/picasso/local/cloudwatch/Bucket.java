package ai.myrecruiter.picasso.local.cloudwatch;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** The values of one metric in one stretch of time. */
final class Bucket {
  private final Map<Double, Double> counts = new HashMap<>();
  private double samples;
  private double sum;
  private double minimum = Double.POSITIVE_INFINITY;
  private double maximum = Double.NEGATIVE_INFINITY;
  private boolean countsComplete = true;

  void add(double value, double count) {
    counts.merge(value, count, Double::sum);
    samples += count;
    sum += value * count;
    minimum = Math.min(minimum, value);
    maximum = Math.max(maximum, value);
  }

  /** Adds values of which only the summary is known; percentiles are unknown from then on. */
  void addSummary(double samples, double sum, double minimum, double maximum) {
    this.samples += samples;
    this.sum += sum;
    this.minimum = Math.min(this.minimum, minimum);
    this.maximum = Math.max(this.maximum, maximum);
    countsComplete = false;
  }

  Bucket copy() {
    var copy = new Bucket();
    copy.add(this);
    return copy;
  }

  void add(Bucket other) {
    other.counts.forEach((value, count) -> counts.merge(value, count, Double::sum));
    samples += other.samples;
    sum += other.sum;
    minimum = Math.min(minimum, other.minimum);
    maximum = Math.max(maximum, other.maximum);
    countsComplete &= other.countsComplete;
  }

  double samples() {
    return samples;
  }

  double sum() {
    return sum;
  }

  double minimum() {
    return minimum;
  }

  double maximum() {
    return maximum;
  }

  /** The smallest value that at least this share of the samples does not exceed. */
  OptionalDouble percentile(double percent) {
    if (!countsComplete || samples == 0) {
      return OptionalDouble.empty();
    }
    double wanted = samples * percent / 100;
    double seen = 0;
    for (var entry : new TreeMap<>(counts).entrySet()) {
      seen += entry.getValue();
      if (seen >= wanted) {
        return OptionalDouble.of(entry.getKey());
      }
    }
    return OptionalDouble.of(maximum);
  }

  /** How many samples lie above one value and not above another. */
  OptionalDouble between(double above, double upTo) {
    if (!countsComplete) {
      return OptionalDouble.empty();
    }
    var samplesBetween = 0.0;
    for (var entry : counts.entrySet()) {
      if (entry.getKey() > above && entry.getKey() <= upTo) {
        samplesBetween += entry.getValue();
      }
    }
    return OptionalDouble.of(samplesBetween);
  }
}

package ai.myrecruiter.picasso.local.cloudwatch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** The values of one metric in one stretch of time. */
final class Bucket {
  /** The first value and how often it was seen: most buckets have no other. */
  private double first;

  private double firstCount;

  /** The other values. */
  private Map<Double, Double> others = Map.of();

  private double samples;
  private double sum;
  private double minimum = Double.POSITIVE_INFINITY;
  private double maximum = Double.NEGATIVE_INFINITY;
  private boolean countsComplete = true;

  void add(double value, double count) {
    count(value, count);
    samples += count;
    sum += value * count;
    minimum = Math.min(minimum, value);
    maximum = Math.max(maximum, value);
  }

  private void count(double value, double count) {
    if (firstCount == 0) {
      first = value;
      firstCount = count;
    } else if (value == first) {
      firstCount += count;
    } else {
      if (others.isEmpty()) {
        others = new HashMap<>();
      }
      others.merge(value, count, Double::sum);
    }
  }

  /** Adds values of which only the summary is known; percentiles are unknown from then on. */
  void addSummary(double samples, double sum, double minimum, double maximum) {
    this.samples += samples;
    this.sum += sum;
    this.minimum = Math.min(this.minimum, minimum);
    this.maximum = Math.max(this.maximum, maximum);
    countsComplete = false;
  }

  /** Buckets as one, which is not to be added to; at least one bucket. */
  static Bucket sum(List<Bucket> buckets) {
    if (buckets.size() == 1) {
      return buckets.getFirst();
    }
    var sum = new Bucket();
    buckets.forEach(sum::add);
    return sum;
  }

  private void add(Bucket other) {
    if (other.firstCount != 0) {
      count(other.first, other.firstCount);
    }
    other.others.forEach(this::count);
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
    var counts = new TreeMap<>(others);
    counts.put(first, firstCount);
    for (var entry : counts.entrySet()) {
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
    double samplesBetween = first > above && first <= upTo ? firstCount : 0;
    for (var entry : others.entrySet()) {
      if (entry.getKey() > above && entry.getKey() <= upTo) {
        samplesBetween += entry.getValue();
      }
    }
    return OptionalDouble.of(samplesBetween);
  }
}

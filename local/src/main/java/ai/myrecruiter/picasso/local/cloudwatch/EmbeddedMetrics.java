package ai.myrecruiter.picasso.local.cloudwatch;

import java.util.List;

/**
 * A log line read as embedded metric format (EMF), the way a function publishes metrics without a
 * call.
 */
sealed interface EmbeddedMetrics {
  /** A log line like any other. */
  record NotEmbedded() implements EmbeddedMetrics {}

  /** A line that wants to be EMF and is not: CloudWatch drops its metrics. */
  record Malformed(String reason) implements EmbeddedMetrics {}

  /** The metric values of a line. */
  record Values(List<Value> values) implements EmbeddedMetrics {
    /** Keeps a copy. */
    public Values {
      values = List.copyOf(values);
    }
  }

  /** Values of one metric under one set of dimensions, at the line's time in epoch milliseconds. */
  record Value(MetricId metric, long epochMillis, List<Double> values, Resolution resolution) {
    /** Keeps a copy. */
    public Value {
      values = List.copyOf(values);
    }
  }
}

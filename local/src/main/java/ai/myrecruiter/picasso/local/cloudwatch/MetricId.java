package ai.myrecruiter.picasso.local.cloudwatch;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What names a metric: two metrics with the same name and other dimensions have nothing to do with
 * each other.
 *
 * @param dimensions name to value, 0 to 30
 */
public record MetricId(String namespace, String name, SortedMap<String, String> dimensions) {
  private static final int MAX_DIMENSIONS = 30;

  /** Checks that it could be a metric. */
  public MetricId {
    if (namespace.isBlank() || name.isBlank()) {
      throw new IllegalArgumentException(
          "metric '%s/%s' needs a namespace and a name".formatted(namespace, name));
    }
    if (dimensions.size() > MAX_DIMENSIONS) {
      throw new IllegalArgumentException(
          "metric %s/%s has %d dimensions: give at most %d"
              .formatted(namespace, name, dimensions.size(), MAX_DIMENSIONS));
    }
    dimensions = Collections.unmodifiableSortedMap(new TreeMap<>(dimensions));
  }

  /** A metric with dimensions in any order. */
  public static MetricId of(String namespace, String name, Map<String, String> dimensions) {
    return new MetricId(namespace, name, new TreeMap<>(dimensions));
  }
}

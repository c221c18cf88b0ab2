package ai.myrecruiter.picasso.tasks.metrics;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;

/** The sums of the answers to queries, by the queries' ids; an answer may come in pages. */
final class Sums {
  private final Instant settled;
  private final Map<String, Double> all = new HashMap<>();
  private final Map<String, Double> late = new HashMap<>();

  /**
   * No answers yet.
   *
   * @param settled from which minute on counts are also summed apart
   */
  Sums(Instant settled) {
    this.settled = settled;
  }

  void add(MetricDataResult result) {
    var values = result.values();
    var timestamps = result.timestamps();
    var sum = 0.0;
    var lateSum = 0.0;
    for (var i = 0; i < values.size(); i++) {
      sum += values.get(i);
      lateSum += timestamps.get(i).isBefore(settled) ? 0 : values.get(i);
    }
    if (!values.isEmpty()) {
      all.merge(result.id(), sum, Double::sum);
      late.merge(result.id(), lateSum, Double::sum);
    }
  }

  boolean has(String id) {
    return all.containsKey(id);
  }

  long all(String id) {
    return Math.round(all.getOrDefault(id, 0.0));
  }

  long settled(String id) {
    return Math.round(late.getOrDefault(id, 0.0));
  }
}

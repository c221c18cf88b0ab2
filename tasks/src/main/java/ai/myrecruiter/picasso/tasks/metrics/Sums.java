package ai.myrecruiter.picasso.tasks.metrics;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;

/** The sums of the answers to queries, by the queries' ids; an answer may come in pages. */
final class Sums {
  private static final Sum NOTHING = new Sum();
  private final Instant settled;
  private final Instant warm;
  private final Map<String, Sum> sums = new HashMap<>();

  /**
   * No answers yet.
   *
   * @param settled from which minute on counts are also summed apart
   * @param warm from which later minute on they are summed apart once more
   */
  Sums(Instant settled, Instant warm) {
    this.settled = settled;
    this.warm = warm;
  }

  private static final class Sum {
    private double all;
    private double settled;
    private double warm;
  }

  void add(MetricDataResult result) {
    var values = result.values();
    var timestamps = result.timestamps();
    if (!values.isEmpty()) {
      var sum = sums.computeIfAbsent(result.id(), _ -> new Sum());
      for (var i = 0; i < values.size(); i++) {
        add(sum, timestamps.get(i), values.get(i));
      }
    }
  }

  private void add(Sum sum, Instant minute, double value) {
    sum.all += value;
    sum.settled += minute.isBefore(settled) ? 0 : value;
    sum.warm += minute.isBefore(warm) ? 0 : value;
  }

  private Sum of(String id) {
    return sums.getOrDefault(id, NOTHING);
  }

  boolean has(String id) {
    return sums.containsKey(id);
  }

  long all(String id) {
    return Math.round(of(id).all);
  }

  long settled(String id) {
    return Math.round(of(id).settled);
  }

  long warm(String id) {
    return Math.round(of(id).warm);
  }
}

package ai.myrecruiter.picasso.tasks.metrics;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;

/**
 * The latency that an alias had on the day before a rollout. Any thresholds are fair as long as
 * they are fixed before the comparison begins; those of the old version's own percentiles see a
 * change wherever it happens, in the middle or in the tail.
 */
public final class LatencyHistory {
  private static final List<String> PERCENTILES = List.of("p50", "p90", "p95", "p99");
  private static final Duration WINDOW = Duration.ofDays(1);
  private static final int PERIOD_SECONDS = 3600;
  private final CloudWatchClient cloudWatch;

  /** Reads through a client. */
  public LatencyHistory(CloudWatchClient cloudWatch) {
    this.cloudWatch = cloudWatch;
  }

  /**
   * Thresholds in milliseconds, rising: of each percentile the median over the hours of the day
   * before, and the objective. Without a history the objective alone.
   *
   * @param objective in milliseconds
   */
  public List<Long> thresholds(String function, String alias, Instant before, long objective) {
    var thresholds = new TreeSet<Long>();
    thresholds.add(objective);
    var queries = PERCENTILES.stream().map(stat -> query(function, alias, stat)).toList();
    cloudWatch
        .getMetricDataPaginator(request ->
            request
                .metricDataQueries(queries)
                .startTime(before.minus(WINDOW).truncatedTo(ChronoUnit.HOURS))
                .endTime(before))
        .metricDataResults()
        .stream()
        .filter(result -> result.hasValues() && !result.values().isEmpty())
        .forEach(result -> thresholds.add(median(result.values())));
    return List.copyOf(thresholds);
  }

  private static long median(List<Double> hours) {
    var sorted = new ArrayList<>(hours);
    sorted.sort(null);
    return Math.max(1, Math.round(Math.ceil(sorted.get(sorted.size() / 2))));
  }

  private static MetricDataQuery query(String function, String alias, String stat) {
    return MetricDataQuery.builder()
        .id(stat)
        .metricStat(of ->
            of.metric(metric ->
                    metric
                        .namespace("AWS/Lambda")
                        .metricName("Duration")
                        .dimensions(
                            VersionMetrics.dimension("FunctionName", function),
                            VersionMetrics.dimension("Resource", function + ":" + alias)))
                .period(PERIOD_SECONDS)
                .stat(stat))
        .build();
  }
}

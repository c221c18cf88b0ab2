package ai.myrecruiter.picasso.tasks.metrics;

import ai.myrecruiter.picasso.workflows.VersionNumber;
import ai.myrecruiter.picasso.workflows.judge.CumulativeCounts;
import ai.myrecruiter.picasso.workflows.judge.Reading;
import ai.myrecruiter.picasso.workflows.judge.Tally;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;

/**
 * What CloudWatch has counted for the versions behind an alias. Only the dimensions FunctionName,
 * Resource and ExecutedVersion together tell the versions apart. Sums since an instant, not
 * minutes: Lambda stamps a metric at the start of an invocation and emits it at the end, so late
 * counts appear in old minutes and belong to the next look.
 */
public final class VersionMetrics {
  private static final int PERIOD_SECONDS = 60;
  private final CloudWatchClient cloudWatch;

  /** Reads through a client. */
  public VersionMetrics(CloudWatchClient cloudWatch) {
    this.cloudWatch = cloudWatch;
  }

  private enum Series {
    INVOCATIONS("AWS/Lambda", "Invocations"),
    FUNCTION_ERRORS("AWS/Lambda", "Errors"),
    SERVER_ERRORS("Picasso/Chat", "ServerErrors");

    private final String namespace;
    private final String metric;

    Series(String namespace, String metric) {
      this.namespace = namespace;
      this.metric = metric;
    }
  }

  /**
   * Sums of both versions behind an alias since an instant, whose minute counts whole; one call of
   * CloudWatch. A version without an Invocations metric is absent: that is no data, not zero.
   * Errors are function errors and the answers of 500 and above that the payload counted itself.
   */
  public CumulativeCounts read(
      String function,
      String alias,
      VersionNumber stable,
      VersionNumber candidate,
      Instant since,
      Instant now) {
    var queries =
        Stream.of(stable, candidate)
            .flatMap(version ->
                Stream.of(Series.values()).map(series -> query(function, alias, version, series)))
            .toList();
    var sums =
        sums(queries, since.truncatedTo(ChronoUnit.MINUTES), now.plus(Duration.ofMinutes(1)));
    return new CumulativeCounts(reading(sums, stable), reading(sums, candidate), Optional.empty());
  }

  private static Optional<Reading> reading(Map<String, Long> sums, VersionNumber version) {
    return Optional.ofNullable(sums.get(id(version, Series.INVOCATIONS)))
        .map(requests ->
            Reading.of(
                new Tally(
                    requests,
                    sums.getOrDefault(id(version, Series.FUNCTION_ERRORS), 0L)
                        + sums.getOrDefault(id(version, Series.SERVER_ERRORS), 0L))));
  }

  private Map<String, Long> sums(List<MetricDataQuery> queries, Instant start, Instant end) {
    var sums = new HashMap<String, Long>();
    cloudWatch
        .getMetricDataPaginator(
            request -> request.metricDataQueries(queries).startTime(start).endTime(end))
        .metricDataResults()
        .stream()
        .filter(result -> result.hasValues() && !result.values().isEmpty())
        .forEach(result ->
            sums.merge(
                result.id(),
                Math.round(result.values().stream().mapToDouble(Double::doubleValue).sum()),
                Long::sum));
    return sums;
  }

  private static MetricDataQuery query(
      String function, String alias, VersionNumber version, Series series) {
    var metric =
        Metric.builder()
            .namespace(series.namespace)
            .metricName(series.metric)
            .dimensions(
                dimension("FunctionName", function),
                dimension("Resource", function + ":" + alias),
                dimension("ExecutedVersion", version.toString()))
            .build();
    return MetricDataQuery.builder()
        .id(id(version, series))
        .metricStat(stat -> stat.metric(metric).period(PERIOD_SECONDS).stat("Sum"))
        .build();
  }

  private static Dimension dimension(String name, String value) {
    return Dimension.builder().name(name).value(value).build();
  }

  private static String id(VersionNumber version, Series series) {
    return series.name().toLowerCase(Locale.ROOT) + "_" + version;
  }
}

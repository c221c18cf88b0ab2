package ai.myrecruiter.picasso.local.cloudwatch;

import ai.myrecruiter.picasso.local.loop.EventLoop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;
import software.amazon.awssdk.services.cloudwatch.model.StatusCode;

/** The calls that write and read metrics. */
final class MetricCalls {
  private static final Duration OLDEST = Duration.ofDays(14);
  private static final Duration NEWEST = Duration.ofHours(2);
  private final EventLoop loop;
  private final MetricStore metrics;

  MetricCalls(EventLoop loop, MetricStore metrics) {
    this.loop = loop;
    this.metrics = metrics;
  }

  public PutMetricDataResponse putMetricData(PutMetricDataRequest request) {
    if (request.namespace() == null || request.namespace().startsWith("AWS/")) {
      throw CloudWatchErrors.invalid(
          "namespace '%s' is missing or reserved: give one that does not begin with AWS/"
              .formatted(request.namespace()));
    }
    return loop.call(() -> {
      request.metricData().forEach(datum -> put(request.namespace(), datum));
      return PutMetricDataResponse.builder().build();
    });
  }

  private void put(String namespace, MetricDatum datum) {
    var id =
        MetricId.of(namespace, datum.metricName(), MetricQueries.dimensions(datum.dimensions()));
    var at = timestamp(datum);
    var resolution =
        Resolution.ofSeconds(Optional.ofNullable(datum.storageResolution()).orElse(60));
    var series = metrics.series(id);
    if (datum.value() != null) {
      series.record(at, datum.value(), resolution);
    }
    for (int i = 0; i < datum.values().size(); i++) {
      double count = datum.counts().isEmpty() ? 1 : datum.counts().get(i);
      series.record(at, datum.values().get(i), count, resolution);
    }
    var summary = datum.statisticValues();
    if (summary != null) {
      series.recordSummary(
          at,
          summary.sampleCount(),
          summary.sum(),
          summary.minimum(),
          summary.maximum(),
          resolution);
    }
  }

  private Instant timestamp(MetricDatum datum) {
    var now = loop.now();
    var at = Optional.ofNullable(datum.timestamp()).orElse(now);
    if (at.isBefore(now.minus(OLDEST)) || at.isAfter(now.plus(NEWEST))) {
      throw CloudWatchErrors.invalid(
          "timestamp %s of %s is not within two weeks before and two hours after %s"
              .formatted(at, datum.metricName(), now));
    }
    return at;
  }

  public GetMetricDataResponse getMetricData(GetMetricDataRequest request) {
    return loop.call(() -> {
      metrics.meter().readMetrics(request.metricDataQueries().size());
      var queries = new MetricQueries(metrics, request.metricDataQueries());
      var results = new ArrayList<MetricDataResult>();
      for (var query : request.metricDataQueries()) {
        if (!Boolean.FALSE.equals(query.returnData())) {
          results.add(result(request, queries, query));
        }
      }
      return GetMetricDataResponse.builder().metricDataResults(results).build();
    });
  }

  private static MetricDataResult result(
      GetMetricDataRequest request, MetricQueries queries, MetricDataQuery query) {
    var points = queries.values(query.id(), request.startTime(), request.endTime());
    boolean ascending = request.scanBy() == ScanBy.TIMESTAMP_ASCENDING;
    return MetricDataResult.builder()
        .id(query.id())
        .label(label(query))
        .timestamps(ascending ? points.periods() : points.periods().reversed())
        .values(ascending ? points.values() : points.values().reversed())
        .statusCode(StatusCode.COMPLETE)
        .build();
  }

  private static String label(MetricDataQuery query) {
    if (query.label() != null) {
      return query.label();
    }
    return query.metricStat() == null ? query.id() : query.metricStat().metric().metricName();
  }
}

package ai.myrecruiter.picasso.local.cloudwatch;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/**
 * An alarm as it was put, with what its evaluation needs.
 *
 * @param values reads the queries' values
 * @param returned id of the query whose values are compared
 */
record AlarmDefinition(
    PutMetricAlarmRequest request,
    List<MetricDataQuery> queries,
    MetricQueries values,
    String returned,
    Duration period,
    AlarmEvaluator rule) {
  static AlarmDefinition of(MetricStore metrics, PutMetricAlarmRequest request) {
    var name = Optional.ofNullable(request.alarmName()).orElse("");
    if (name.isBlank() || name.length() > 255) {
      throw CloudWatchErrors.invalid("alarm name '%s' is not 1 to 255 characters".formatted(name));
    }
    if (request.threshold() == null || request.comparisonOperator() == null) {
      throw CloudWatchErrors.invalid(
          "alarm %s needs Threshold and ComparisonOperator".formatted(name));
    }
    var queries = queries(request);
    var values = new MetricQueries(metrics, queries);
    var period = values.period();
    int periods = Optional.ofNullable(request.evaluationPeriods()).orElse(0);
    checkPeriod(name, period, periods);
    var rule =
        new AlarmEvaluator(
            new Threshold(request.comparisonOperator(), request.threshold()),
            periods,
            Optional.ofNullable(request.datapointsToAlarm()).orElse(periods),
            MissingData.of(Optional.ofNullable(request.treatMissingData()).orElse("missing")));
    return new AlarmDefinition(request, queries, values, returned(name, queries), period, rule);
  }

  private static void checkPeriod(String name, Duration period, int periods) {
    if (period.toSeconds() < 10) {
      throw CloudWatchErrors.invalid(
          "period %d s of alarm %s is not 10, 20, 30 or a multiple of 60"
              .formatted(period.toSeconds(), name));
    }
    if (period.multipliedBy(periods).compareTo(Duration.ofDays(7)) > 0) {
      throw CloudWatchErrors.invalid(
          "alarm %s looks at %d periods of %d s, more than 7 days"
              .formatted(name, periods, period.toSeconds()));
    }
  }

  private static List<MetricDataQuery> queries(PutMetricAlarmRequest request) {
    if ((request.metricName() != null) == request.hasMetrics()) {
      throw CloudWatchErrors.combination(
          "alarm %s needs either MetricName or Metrics".formatted(request.alarmName()));
    }
    if (request.hasMetrics()) {
      return request.metrics();
    }
    var metric =
        Metric.builder()
            .namespace(request.namespace())
            .metricName(request.metricName())
            .dimensions(request.dimensions())
            .build();
    var stat =
        Optional.ofNullable(request.statisticAsString())
            .or(() -> Optional.ofNullable(request.extendedStatistic()));
    if (stat.isEmpty() || request.period() == null || request.namespace() == null) {
      throw CloudWatchErrors.invalid(
          "alarm %s needs Namespace, Period and Statistic".formatted(request.alarmName()));
    }
    Stat.parse(stat.get());
    return List.of(
        MetricDataQuery.builder()
            .id("m1")
            .metricStat(m -> m.metric(metric).period(request.period()).stat(stat.get()))
            .returnData(true)
            .build());
  }

  private static String returned(String name, List<MetricDataQuery> queries) {
    var returned =
        queries.stream().filter(query -> !Boolean.FALSE.equals(query.returnData())).toList();
    if (returned.size() != 1) {
      throw CloudWatchErrors.invalid(
          "alarm %s has %d queries that return data: exactly one must"
              .formatted(name, returned.size()));
    }
    return returned.getFirst().id();
  }

  String name() {
    return request.alarmName();
  }

  /** The statistic of state reasons; expressions have none. */
  String statistic() {
    return queries.stream()
        .filter(query -> query.id().equals(returned) && query.metricStat() != null)
        .map(query -> query.metricStat().stat())
        .findAny()
        .orElse("");
  }

  /** The state that an evaluation gives, or the one the alarm has. */
  StateValue state(AlarmJudgement judgement, StateValue present) {
    return judgement.state().orElse(present);
  }
}

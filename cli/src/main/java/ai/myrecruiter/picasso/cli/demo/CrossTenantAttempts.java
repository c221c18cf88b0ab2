package ai.myrecruiter.picasso.cli.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;

/**
 * Attempts to reach another tenant's data, as CloudWatch counted them.
 *
 * @param count how many
 * @param first the second in which the first was made
 */
record CrossTenantAttempts(long count, Optional<Instant> first) {
  static final String NAMESPACE = "Picasso/Chat";
  static final String METRIC = "CrossTenantAttempts";

  /** None. */
  static final CrossTenantAttempts NONE = new CrossTenantAttempts(0, Optional.empty());

  private static final int PERIOD_SECONDS = 1;

  /** The attempts of a function in a time. */
  static CrossTenantAttempts read(
      CloudWatchClient cloudWatch, String function, Instant from, Instant to) {
    var query = query(function);
    var results =
        cloudWatch
            .getMetricData(get ->
                get.metricDataQueries(query)
                    .startTime(from)
                    .endTime(to.plus(Duration.ofSeconds(1))))
            .metricDataResults();
    return results.stream().findFirst().map(CrossTenantAttempts::of).orElse(NONE);
  }

  private static MetricDataQuery query(String function) {
    var metric =
        Metric.builder()
            .namespace(NAMESPACE)
            .metricName(METRIC)
            .dimensions(Dimension.builder().name("FunctionName").value(function).build())
            .build();
    return MetricDataQuery.builder()
        .id("attempts")
        .metricStat(stat -> stat.metric(metric).period(PERIOD_SECONDS).stat("Sum"))
        .build();
  }

  private static CrossTenantAttempts of(MetricDataResult result) {
    var count = 0L;
    var first = Optional.<Instant>empty();
    List<Double> values = result.values();
    for (var i = 0; i < values.size(); i++) {
      var at = result.timestamps().get(i);
      if (values.get(i) > 0 && first.map(at::isBefore).orElse(true)) {
        first = Optional.of(at);
      }
      count += Math.round(values.get(i));
    }
    return new CrossTenantAttempts(count, first);
  }
}

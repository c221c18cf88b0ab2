package ai.myrecruiter.picasso.infra.observability;

import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.Stats;

/** The metrics of a function: those it publishes itself, and Lambda's of its alias. */
record FunctionMetrics(String function) {
  private static final String ALIAS = "live";

  /**
   * What the payload publishes of the function.
   *
   * @param seconds the period, 10 or a multiple of 60
   */
  IMetric payload(String name, String statistic, int seconds) {
    return Metric.Builder.create()
        .namespace("Picasso/Chat")
        .metricName(name)
        .dimensionsMap(Map.of("FunctionName", function))
        .statistic(statistic)
        .period(Duration.seconds(seconds))
        .build();
  }

  /** Failed invocations through the alias, in percent. */
  IMetric errorPercent() {
    return errorPercent("");
  }

  /**
   * The same for a page on which others stand too.
   *
   * @param prefix begins the ids of what it is made of
   */
  IMetric errorPercent(String prefix) {
    return percent(prefix, "errors", "errors in percent of invocations", lambda("Errors"));
  }

  /** Invocations that the function answered with 500 or above, in percent of those by the alias. */
  IMetric serverErrorPercent() {
    return serverErrorPercent("");
  }

  /**
   * The same for a page on which others stand too.
   *
   * @param prefix begins the ids of what it is made of
   */
  IMetric serverErrorPercent(String prefix) {
    return percent(
        prefix,
        "serverErrors",
        "answers of 500 in percent of invocations",
        payload("ServerErrors", Stats.SUM, 60));
  }

  private IMetric percent(String prefix, String id, String label, IMetric counted) {
    return MathExpression.Builder.create()
        .expression("100 * %1$s%2$s / %1$sinvocations".formatted(prefix, id))
        .label(label)
        .usingMetrics(
            new TreeMap<>(
                Map.of(prefix + id, counted, prefix + "invocations", lambda("Invocations"))))
        .period(Duration.minutes(1))
        .build();
  }

  /** What Lambda counts of the alias, by the minute. */
  IMetric lambda(String name) {
    return Metric.Builder.create()
        .namespace("AWS/Lambda")
        .metricName(name)
        .dimensionsMap(
            new TreeMap<>(Map.of("FunctionName", function, "Resource", function + ":" + ALIAS)))
        .statistic(Stats.SUM)
        .period(Duration.minutes(1))
        .build();
  }
}

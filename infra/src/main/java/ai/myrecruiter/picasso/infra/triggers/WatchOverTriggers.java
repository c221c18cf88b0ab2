package ai.myrecruiter.picasso.infra.triggers;

import ai.myrecruiter.picasso.infra.environment.EnvironmentSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.Stats;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.sns.ITopic;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;

/**
 * Alarms on what acts with nobody awake, for nothing else would say that it does not: a rule and a
 * schedule call these functions and look at no answer. They start nothing themselves.
 */
final class WatchOverTriggers {
  static final String WATCHDOG_SILENT = "watchdog-silent";
  static final String CONTAINMENT_FAILED = "containment-failed";
  private final Construct scope;
  private final EnvironmentSettings settings;
  private final Map<String, ITopic> topics = new HashMap<>();

  private WatchOverTriggers(Construct scope, EnvironmentSettings settings) {
    this.scope = scope;
    this.settings = settings;
  }

  static void add(Construct scope, EnvironmentSettings settings) {
    var over = new WatchOverTriggers(scope, settings);
    over.watchdog();
    over.containment();
  }

  /** Missing data is breaching: a watchdog that nobody calls has no metric at all. */
  private void watchdog() {
    var looked =
        MathExpression.Builder.create()
            .expression("invocations - FILL(errors, 0)")
            .label("looks that came to an end")
            .usingMetrics(
                new TreeMap<>(
                    Map.of(
                        "errors", metric("watch-aliases", "Errors"),
                        "invocations", metric("watch-aliases", "Invocations"))))
            .period(Duration.minutes(1))
            .build();
    alarm("WatchdogSilent", WATCHDOG_SILENT, looked, ComparisonOperator.LESS_THAN_THRESHOLD)
        .alarmDescription("The watchdog has not looked for a split alias for five minutes")
        .evaluationPeriods(5)
        .datapointsToAlarm(5)
        .treatMissingData(TreatMissingData.BREACHING)
        .build()
        .addAlarmAction(told("operations"));
  }

  private void containment() {
    var failed =
        alarm(
                "ContainmentFailed",
                CONTAINMENT_FAILED,
                metric("shut-streaming", "Errors"),
                ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
            .alarmDescription("Streaming should have been shut, and may still be open")
            .evaluationPeriods(1)
            .datapointsToAlarm(1)
            .treatMissingData(TreatMissingData.NOT_BREACHING)
            .build();
    List.of("operations", "security").forEach(audience -> failed.addAlarmAction(told(audience)));
  }

  private Alarm.Builder alarm(String id, String name, IMetric metric, ComparisonOperator operator) {
    return Alarm.Builder.create(scope, id)
        .alarmName(settings.named(name))
        .metric(metric)
        .comparisonOperator(operator)
        .threshold(1);
  }

  private IMetric metric(String function, String name) {
    return Metric.Builder.create()
        .namespace("AWS/Lambda")
        .metricName(name)
        .dimensionsMap(Map.of("FunctionName", settings.named(function)))
        .statistic(Stats.SUM)
        .period(Duration.minutes(1))
        .build();
  }

  private SnsAction told(String audience) {
    return new SnsAction(
        topics.computeIfAbsent(
            audience, it -> Topic.fromTopicArn(scope, "Told-" + it, settings.topicArn(it))));
  }
}

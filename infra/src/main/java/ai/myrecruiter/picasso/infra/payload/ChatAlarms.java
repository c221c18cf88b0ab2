package ai.myrecruiter.picasso.infra.payload;

import ai.myrecruiter.picasso.infra.environment.EnvironmentSettings;
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
import software.constructs.Construct;

/**
 * The alarms that start {@code rollback}, independent of the judge.
 *
 * <p>Missing data is not breaching on either. The payload counts cross-tenant attempts only when
 * there are some, and a rate of errors is missing exactly when nobody asked: a quiet night must not
 * roll a release back, and an alarm that stays in INSUFFICIENT_DATA would make preflight refuse the
 * next one. That no data is not a pass is the judge's to say, which answers INCONCLUSIVE.
 */
final class ChatAlarms {
  ChatAlarms(Construct scope, EnvironmentSettings settings) {
    crossTenantAttempts(scope, settings);
    chatErrors(scope, settings);
  }

  private static void crossTenantAttempts(Construct scope, EnvironmentSettings settings) {
    var attempts =
        Metric.Builder.create()
            .namespace("Picasso/Chat")
            .metricName("CrossTenantAttempts")
            .dimensionsMap(Map.of("FunctionName", settings.chatFunction()))
            .statistic(Stats.SUM)
            .period(Duration.seconds(10))
            .build();
    Alarm.Builder.create(scope, "CrossTenantAttempts")
        .alarmName(settings.named("cross-tenant-attempts"))
        .alarmDescription("One attempt to reach another tenant's data is one too many")
        .metric(attempts)
        .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
        .threshold(1)
        .evaluationPeriods(1)
        .datapointsToAlarm(1)
        .treatMissingData(TreatMissingData.NOT_BREACHING)
        .build();
  }

  /** Two bad minutes of three: one blip does not roll back, an outage does within three minutes. */
  private static void chatErrors(Construct scope, EnvironmentSettings settings) {
    var rate =
        MathExpression.Builder.create()
            .expression("100 * errors / invocations")
            .label("errors in percent of invocations")
            .usingMetrics(
                new TreeMap<>(
                    Map.of(
                        "errors", lambda("Errors", settings),
                        "invocations", lambda("Invocations", settings))))
            .period(Duration.minutes(1))
            .build();
    Alarm.Builder.create(scope, "ChatErrors")
        .alarmName(settings.named("chat-errors"))
        .alarmDescription("More than 5 % of the invocations through alias live failed")
        .metric(rate)
        .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
        .threshold(5)
        .evaluationPeriods(3)
        .datapointsToAlarm(2)
        .treatMissingData(TreatMissingData.NOT_BREACHING)
        .build();
  }

  private static IMetric lambda(String name, EnvironmentSettings settings) {
    var function = settings.chatFunction();
    return Metric.Builder.create()
        .namespace("AWS/Lambda")
        .metricName(name)
        .dimensionsMap(
            new TreeMap<>(
                Map.of("FunctionName", function, "Resource", function + ":" + LiveAlias.NAME)))
        .statistic(Stats.SUM)
        .period(Duration.minutes(1))
        .build();
  }
}

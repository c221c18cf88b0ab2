package ai.myrecruiter.picasso.infra.observability;

import ai.myrecruiter.picasso.infra.environment.EnvironmentSettings;
import ai.myrecruiter.picasso.workflows.environment.ServiceAlarm;
import java.util.Arrays;
import java.util.stream.Collectors;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.Stats;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;

/**
 * What an alarm watches and when it goes off.
 *
 * <p>Missing data is not breaching on any. The payload counts what should not happen only when it
 * does, and a rate of errors is missing exactly when nobody asked: a quiet night must not roll a
 * release back, and an alarm that stays in INSUFFICIENT_DATA would make preflight refuse the next
 * one. That no data is not a pass is the judge's to say, which answers INCONCLUSIVE.
 *
 * @param alarm which one
 * @param description what it means, for a person who is woken
 * @param metric what it watches
 * @param operator how the metric is compared
 * @param threshold with what
 * @param periods how many of the metric's periods are looked at
 * @param breaching how many of them have to breach
 */
record AlarmDefinition(
    ServiceAlarm alarm,
    String description,
    IMetric metric,
    ComparisonOperator operator,
    double threshold,
    int periods,
    int breaching) {
  static final TreatMissingData MISSING = TreatMissingData.NOT_BREACHING;
  private static final int FAST = 10;
  private static final int MINUTE = 60;

  static AlarmDefinition of(ServiceAlarm alarm, EnvironmentSettings settings) {
    var limits = settings.config().thresholds();
    var metrics = new FunctionMetrics(settings.watchedBy(alarm));
    return switch (alarm) {
      // Two bad minutes of three: a blip does not roll back, an outage does within three minutes.
      case CHAT_ERRORS, STREAMING_ERRORS ->
          above(
              alarm,
              "More than %s %% of the invocations through alias live failed"
                  .formatted(plain(limits.errorPercent())),
              metrics.errorPercent(),
              limits.errorPercent(),
              3,
              2);
      // Lambda counts an answer of 500 as a success: it is the function that knows better.
      case CHAT_SERVER_ERRORS, STREAMING_SERVER_ERRORS ->
          above(
              alarm,
              "More than %s %% of the invocations through alias live were answered with 500 or above"
                  .formatted(plain(limits.errorPercent())),
              metrics.serverErrorPercent(),
              limits.errorPercent(),
              3,
              2);
      case STREAMING_LATENCY ->
          above(
              alarm,
              "Of 100 streams one waits more than %d ms for its first token"
                  .formatted(limits.firstTokenMillis()),
              metrics.payload("FirstTokenLatency", "p99", MINUTE),
              limits.firstTokenMillis(),
              3,
              2);
      case CROSS_TENANT_ATTEMPTS, STREAMING_CROSS_TENANT_ATTEMPTS ->
          first(
              alarm,
              "One attempt to reach another tenant's data is one too many",
              metrics.payload("CrossTenantAttempts", Stats.SUM, FAST),
              limits.crossTenantAttempts());
      case JWT_BYPASS, STREAMING_JWT_BYPASS ->
          first(
              alarm,
              "A request was answered without a verified token",
              metrics.payload("JwtBypasses", Stats.SUM, FAST),
              limits.jwtBypasses());
      case DYNAMODB_THROTTLING, STREAMING_DYNAMODB_THROTTLING ->
          above(
              alarm,
              "DynamoDB refuses more than %d calls a minute in spite of retries"
                  .formatted(limits.throttlesAMinute()),
              metrics.payload("DynamoDbThrottles", Stats.SUM, MINUTE),
              limits.throttlesAMinute(),
              1,
              1);
    };
  }

  private static AlarmDefinition above(
      ServiceAlarm alarm,
      String description,
      IMetric metric,
      double threshold,
      int periods,
      int breaching) {
    return new AlarmDefinition(
        alarm,
        description,
        metric,
        ComparisonOperator.GREATER_THAN_THRESHOLD,
        threshold,
        periods,
        breaching);
  }

  private static AlarmDefinition first(
      ServiceAlarm alarm, String description, IMetric metric, int threshold) {
    return new AlarmDefinition(
        alarm,
        description,
        metric,
        ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        threshold,
        1,
        1);
  }

  /** The logical id: the name in camel case. */
  String id() {
    return Arrays.stream(alarm.text().split("-"))
        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
        .collect(Collectors.joining());
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
  }
}

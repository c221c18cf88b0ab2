package ai.myrecruiter.picasso.infra.payload;

import ai.myrecruiter.picasso.infra.environment.EnvironmentSettings;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.Stats;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.constructs.Construct;

/**
 * The alarms on the streaming function, and on throttling by DynamoDB as either function saw it.
 */
final class StreamingAlarms {
  private static final double SLOWEST_MILLIS = 5_000;
  private static final double THROTTLES_A_MINUTE = 5;
  private final Construct scope;
  private final EnvironmentSettings settings;

  StreamingAlarms(Construct scope, EnvironmentSettings settings) {
    this.scope = scope;
    this.settings = settings;
    crossTenantAttempts();
    slow();
    throttled("ChatThrottling", settings.chatFunction(), "dynamodb-throttling");
    throttled("StreamingThrottling", settings.streamingFunction(), "streaming-dynamodb-throttling");
  }

  private static Metric metric(String function, String name, String statistic, int seconds) {
    return Metric.Builder.create()
        .namespace("Picasso/Chat")
        .metricName(name)
        .dimensionsMap(Map.of("FunctionName", function))
        .statistic(statistic)
        .period(Duration.seconds(seconds))
        .build();
  }

  private void crossTenantAttempts() {
    Alarm.Builder.create(scope, "StreamingCrossTenantAttempts")
        .alarmName(settings.named("streaming-cross-tenant-attempts"))
        .alarmDescription("One attempt to reach another tenant's data is one too many")
        .metric(metric(settings.streamingFunction(), "CrossTenantAttempts", Stats.SUM, 10))
        .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
        .threshold(1)
        .evaluationPeriods(1)
        .datapointsToAlarm(1)
        .treatMissingData(TreatMissingData.NOT_BREACHING)
        .build();
  }

  /** The first token, which is what a person waits for. */
  private void slow() {
    Alarm.Builder.create(scope, "StreamingLatency")
        .alarmName(settings.named("streaming-latency"))
        .alarmDescription("Of 100 streams one waits more than 5 seconds for its first token")
        .metric(metric(settings.streamingFunction(), "FirstTokenLatency", "p99", 60))
        .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
        .threshold(SLOWEST_MILLIS)
        .evaluationPeriods(3)
        .datapointsToAlarm(2)
        .treatMissingData(TreatMissingData.NOT_BREACHING)
        .build();
  }

  private void throttled(String id, String function, String name) {
    Alarm.Builder.create(scope, id)
        .alarmName(settings.named(name))
        .alarmDescription("DynamoDB refuses more than 5 calls a minute in spite of retries")
        .metric(metric(function, "DynamoDbThrottles", Stats.SUM, 60))
        .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
        .threshold(THROTTLES_A_MINUTE)
        .evaluationPeriods(1)
        .datapointsToAlarm(1)
        .treatMissingData(TreatMissingData.NOT_BREACHING)
        .build();
  }
}

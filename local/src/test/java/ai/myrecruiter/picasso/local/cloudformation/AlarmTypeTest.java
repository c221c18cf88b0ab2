package ai.myrecruiter.picasso.local.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.local.cloudwatch.Alarms;
import ai.myrecruiter.picasso.local.cloudwatch.MetricId;
import ai.myrecruiter.picasso.local.cloudwatch.MetricStore;
import ai.myrecruiter.picasso.local.cloudwatch.Resolution;
import ai.myrecruiter.picasso.local.cloudwatch.StageCloudWatchClient;
import ai.myrecruiter.picasso.local.events.EventBus;
import ai.myrecruiter.picasso.local.loop.VirtualLoop;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

final class AlarmTypeTest {
  private static final Map<String, String> LIVE =
      Map.of("FunctionName", "chat", "Resource", "chat:live");
  private static final String ATTEMPTS =
      """
      {'AlarmName': 'attempts', 'AlarmDescription': 'One is too many', 'Namespace': 'Picasso/Chat',
       'MetricName': 'CrossTenantAttempts', 'Dimensions': [{'Name': 'FunctionName', 'Value': 'chat'}],
       'Statistic': 'Sum', 'Period': 10, 'EvaluationPeriods': 1, 'DatapointsToAlarm': 1,
       'Threshold': 1, 'ComparisonOperator': 'GreaterThanOrEqualToThreshold',
       'TreatMissingData': 'notBreaching'}
      """;
  private static final String RATE =
      """
      {'AlarmName': 'errors', 'EvaluationPeriods': 3, 'DatapointsToAlarm': 2, 'Threshold': 5,
       'ComparisonOperator': 'GreaterThanThreshold', 'TreatMissingData': 'notBreaching',
       'Metrics': [
        {'Id': 'rate', 'Expression': '100 * errors / invocations', 'Label': 'rate', 'ReturnData': true},
        {'Id': 'errors', 'ReturnData': false, 'MetricStat': {'Period': 60, 'Stat': 'Sum',
          'Metric': {'Namespace': 'AWS/Lambda', 'MetricName': 'Errors', 'Dimensions': [
            {'Name': 'FunctionName', 'Value': 'chat'}, {'Name': 'Resource', 'Value': 'chat:live'}]}}},
        {'Id': 'invocations', 'ReturnData': false, 'MetricStat': {'Period': 60, 'Stat': 'Sum',
          'Metric': {'Namespace': 'AWS/Lambda', 'MetricName': 'Invocations', 'Dimensions': [
            {'Name': 'FunctionName', 'Value': 'chat'}, {'Name': 'Resource', 'Value': 'chat:live'}]}}}]}
      """;
  private final VirtualLoop loop = new VirtualLoop(Instant.parse("2026-11-02T08:00:00Z"), 1);
  private final MetricStore metrics = new MetricStore(loop, Duration.ZERO);
  private final CloudWatchClient cloudWatch =
      StageCloudWatchClient.of(
          loop,
          metrics,
          new Alarms(loop, metrics, new EventBus(loop, event -> {}, report -> {}), Duration.ZERO));
  private final StagedType type = new AlarmType(cloudWatch).type();

  @Test
  void goesOffAtTheFirstAttempt() {
    var created = One.resource(type, ATTEMPTS);
    assertThat(created)
        .isEqualTo(
            new Created(
                "attempts",
                Map.of("Arn", "arn:aws:cloudwatch:us-east-1:000000000000:alarm:attempts")));
    loop.runFor(Duration.ofSeconds(15));
    assertThat(state("attempts")).isEqualTo(StateValue.OK);
    record("Picasso/Chat", "CrossTenantAttempts", Map.of("FunctionName", "chat"), 1);
    loop.runFor(Duration.ofSeconds(10));
    assertThat(state("attempts")).isEqualTo(StateValue.ALARM);
  }

  @Test
  void goesOffAtTwoBadMinutesOfThree() {
    One.resource(type, RATE);
    minute(100, 5);
    assertThat(state("errors")).as("5 %% is not more than 5 %%").isEqualTo(StateValue.OK);
    minute(100, 6);
    assertThat(state("errors")).as("one bad minute").isEqualTo(StateValue.OK);
    minute(100, 0);
    minute(100, 30);
    assertThat(state("errors")).as("two bad minutes of three").isEqualTo(StateValue.ALARM);
  }

  @Test
  void staysQuietWhenNobodyAsks() {
    One.resource(type, RATE);
    loop.runFor(Duration.ofMinutes(10));
    assertThat(state("errors")).isEqualTo(StateValue.OK);
  }

  @Test
  void refusesWhatTheStageCannotDo() {
    assertThatThrownBy(() ->
            One.resource(
                type, ATTEMPTS.replaceFirst("\\{", "{'InsufficientDataActions': ['arn'],")))
        .isInstanceOf(TemplateRefused.class)
        .hasMessageStartingWith("s.Resources.It.Properties.InsufficientDataActions");
    assertThatThrownBy(() -> One.resource(type, ATTEMPTS.replace("'Period': 10", "'Period': 7")))
        .isInstanceOf(ProvisioningFailed.class);
  }

  private void minute(int invocations, int errors) {
    record("AWS/Lambda", "Invocations", LIVE, invocations);
    record("AWS/Lambda", "Errors", LIVE, errors);
    loop.runFor(Duration.ofMinutes(1));
  }

  private void record(String namespace, String name, Map<String, String> dimensions, double sum) {
    metrics
        .series(MetricId.of(namespace, name, dimensions))
        .record(loop.now(), sum, Resolution.HIGH);
  }

  private StateValue state(String alarm) {
    return cloudWatch
        .describeAlarms(request -> request.alarmNames(alarm))
        .metricAlarms()
        .getFirst()
        .stateValue();
  }
}

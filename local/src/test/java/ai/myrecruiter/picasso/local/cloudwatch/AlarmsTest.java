package ai.myrecruiter.picasso.local.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.local.loop.VirtualLoop;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

final class AlarmsTest {
  private static final Instant START = Instant.parse("2026-11-02T08:00:00Z");
  private static final String NAME = "picasso-staging-cross-tenant-attempts";
  private static final MetricId ATTEMPTS =
      MetricId.of("Picasso/Chat", "CrossTenantAttempts", Map.of("FunctionName", "chat"));
  private final VirtualLoop loop = new VirtualLoop(START, 1);
  private final TestCloudWatch cloudWatch = new TestCloudWatch(loop);

  private void put(UnaryOperator<PutMetricAlarmRequest.Builder> change) {
    var request =
        PutMetricAlarmRequest.builder()
            .alarmName(NAME)
            .alarmDescription("another tenant's data was asked for")
            .namespace(ATTEMPTS.namespace())
            .metricName(ATTEMPTS.name())
            .dimensions(Dimension.builder().name("FunctionName").value("chat").build())
            .statistic(Statistic.SUM)
            .period(10)
            .evaluationPeriods(1)
            .threshold(1.0)
            .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
            .treatMissingData("notBreaching");
    cloudWatch.client.putMetricAlarm(change.apply(request).build());
  }

  private MetricAlarm alarm() {
    return cloudWatch.client.describeAlarms(r -> r.alarmNames(NAME)).metricAlarms().getFirst();
  }

  private void attempt(int second) {
    loop.runUntil(START.plusSeconds(second));
    cloudWatch.metrics.series(ATTEMPTS).record(loop.now(), 1, Resolution.HIGH);
  }

  @Test
  void beginsWithoutAStateAndFindsOneAtTheEndOfItsPeriod() {
    put(r -> r);
    assertThat(alarm().stateValue()).isEqualTo(StateValue.INSUFFICIENT_DATA);
    assertThat(alarm().stateReason()).isEqualTo("Unchecked: Initial alarm creation");
    loop.runUntil(START.plusSeconds(10));
    assertThat(alarm().stateValue()).isEqualTo(StateValue.INSUFFICIENT_DATA);
    loop.runUntil(START.plusSeconds(11));
    assertThat(alarm().stateValue()).isEqualTo(StateValue.OK);
    assertThat(alarm().stateUpdatedTimestamp()).isEqualTo(START.plusSeconds(11));
  }

  @Test
  void goesToAlarmAndBackAndSaysWhy() {
    put(r -> r);
    attempt(12);
    loop.runUntil(START.plusSeconds(20));
    assertThat(alarm().stateValue()).isEqualTo(StateValue.OK);
    loop.runUntil(START.plusSeconds(21));
    assertThat(alarm().stateValue()).isEqualTo(StateValue.ALARM);
    assertThat(alarm().stateReason())
        .isEqualTo(
            "Threshold Crossed: 1 out of the last 1 datapoints [1.0 (02/11/26 08:00:10)] was"
                + " greater than or equal to the threshold (1.0) (minimum 1 datapoint for OK ->"
                + " ALARM transition).");
    loop.runUntil(START.plusSeconds(120));
    assertThat(alarm().stateValue()).isEqualTo(StateValue.OK);
  }

  @Test
  void publishesEachChangeInTheShapeOfTheService() throws Exception {
    put(r -> r);
    attempt(12);
    loop.runUntil(START.plusSeconds(21));
    assertThat(cloudWatch.events).hasSize(2);
    var event = cloudWatch.events.getLast().toJson();
    assertThat(event.path("source").asText()).isEqualTo("aws.cloudwatch");
    assertThat(event.path("detail-type").asText()).isEqualTo("CloudWatch Alarm State Change");
    assertThat(event.path("resources").get(0).asText())
        .isEqualTo("arn:aws:cloudwatch:us-east-1:000000000000:alarm:" + NAME);
    var detail = event.path("detail");
    assertThat(detail.path("alarmName").asText()).isEqualTo(NAME);
    assertThat(detail.at("/state/value").asText()).isEqualTo("ALARM");
    assertThat(detail.at("/state/timestamp").asText()).isEqualTo("2026-11-02T08:00:21.000+0000");
    assertThat(detail.at("/previousState/value").asText()).isEqualTo("OK");
    assertThat(
            detail
                .at("/configuration/metrics/0/metricStat/metric/dimensions/FunctionName")
                .asText())
        .isEqualTo("chat");
    var data = new ObjectMapper().readTree(detail.at("/state/reasonData").asText());
    assertThat(data.path("recentDatapoints").toString()).isEqualTo("[1.0]");
    assertThat(data.path("threshold").asDouble()).isEqualTo(1.0);
    assertThat(data.at("/evaluatedDatapoints/0/timestamp").asText())
        .isEqualTo("2026-11-02T08:00:10.000+0000");
  }

  @Test
  void needsMOutOfNDatapoints() {
    put(r -> r.evaluationPeriods(3).datapointsToAlarm(2));
    attempt(5);
    loop.runUntil(START.plusSeconds(11));
    assertThat(alarm().stateValue()).isEqualTo(StateValue.OK);
    attempt(25);
    loop.runUntil(START.plusSeconds(31));
    assertThat(alarm().stateValue()).isEqualTo(StateValue.ALARM);
    assertThat(alarm().stateReason()).contains("2 out of the last 3 datapoints", "were greater");
  }

  @Test
  void comparesAnExpressionOverTwoMetrics() {
    var dimensions = Dimension.builder().name("FunctionName").value("chat").build();
    put(r ->
        r.namespace(null)
            .metricName(null)
            .statistic((Statistic) null)
            .period(null)
            .dimensions((java.util.Collection<Dimension>) null)
            .threshold(0.05)
            .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
            .metrics(
                query("errors", "Errors", dimensions),
                query("calls", "Invocations", dimensions),
                MetricDataQuery.builder()
                    .id("rate")
                    .expression("IF(calls > 0, FILL(errors, 0) / calls, 0)")
                    .returnData(true)
                    .build()));
    record("Invocations", 100);
    record("Errors", 5);
    loop.runUntil(START.plusSeconds(61));
    assertThat(alarm().stateValue()).isEqualTo(StateValue.OK);
    record("Invocations", 100);
    record("Errors", 6);
    loop.runUntil(START.plusSeconds(121));
    assertThat(alarm().stateValue()).isEqualTo(StateValue.ALARM);
    assertThat(alarm().metrics()).hasSize(3);
    assertThat(
            cloudWatch.events.getLast().detail().at("/configuration/metrics/2/expression").asText())
        .startsWith("IF(calls");
  }

  @Test
  void findsWhatIsRecordedAfterItHasAskedTheSameBefore() {
    attempt(1);
    put(r -> r.evaluationPeriods(2).datapointsToAlarm(2));
    loop.runUntil(START.plusSeconds(11));
    assertThat(alarm().stateValue()).isEqualTo(StateValue.OK);
    attempt(12);
    loop.runUntil(START.plusSeconds(21));
    assertThat(alarm().stateValue()).isEqualTo(StateValue.ALARM);
    loop.runUntil(START.plusSeconds(61));
    assertThat(alarm().stateValue()).isEqualTo(StateValue.OK);
  }

  private void record(String name, double value) {
    cloudWatch
        .metrics
        .series(MetricId.of("AWS/Lambda", name, Map.of("FunctionName", "chat")))
        .record(loop.now(), value, Resolution.STANDARD);
  }

  private static MetricDataQuery query(String id, String name, Dimension dimension) {
    var metric =
        Metric.builder().namespace("AWS/Lambda").metricName(name).dimensions(dimension).build();
    return MetricDataQuery.builder()
        .id(id)
        .metricStat(stat -> stat.metric(metric).period(60).stat("Sum"))
        .returnData(false)
        .build();
  }

  @Test
  void keepsAStateThatWasSetUntilTheNextEvaluation() {
    put(r -> r);
    loop.runUntil(START.plusSeconds(12));
    cloudWatch.client.setAlarmState(
        r -> r.alarmName(NAME).stateValue(StateValue.ALARM).stateReason("drill"));
    assertThat(alarm().stateReason()).isEqualTo("drill");
    assertThat(cloudWatch.events.getLast().detail().at("/state/value").asText()).isEqualTo("ALARM");
    loop.runUntil(START.plusSeconds(21));
    assertThat(alarm().stateValue()).isEqualTo(StateValue.OK);
  }

  @Test
  void neverFiresForAMetricOfOtherDimensions() {
    put(r -> r.dimensions(Dimension.builder().name("FunctionName").value("other").build()));
    attempt(5);
    loop.runUntil(START.plusSeconds(60));
    assertThat(alarm().stateValue()).isEqualTo(StateValue.OK);
  }

  @Test
  void replacesAnAlarmAndKeepsItsState() {
    put(r -> r);
    attempt(5);
    loop.runUntil(START.plusSeconds(11));
    put(r -> r.threshold(5.0));
    assertThat(alarm().stateValue()).isEqualTo(StateValue.ALARM);
    assertThat(alarm().threshold()).isEqualTo(5.0);
    loop.runUntil(START.plusSeconds(21));
    assertThat(alarm().stateValue()).isEqualTo(StateValue.OK);
  }

  @Test
  void describesByNamePrefixAndState() {
    put(r -> r);
    put(r -> r.alarmName("picasso-staging-chat-errors"));
    assertThat(cloudWatch.client.describeAlarms().metricAlarms()).hasSize(2);
    assertThat(
            cloudWatch
                .client
                .describeAlarms(r -> r.alarmNamePrefix("picasso-staging-chat"))
                .metricAlarms())
        .extracting(MetricAlarm::alarmName)
        .containsExactly("picasso-staging-chat-errors");
    assertThat(cloudWatch.client.describeAlarms(r -> r.stateValue(StateValue.ALARM)).metricAlarms())
        .isEmpty();
    assertThat(cloudWatch.client.describeAlarms(r -> r.alarmNames("none")).metricAlarms())
        .isEmpty();
    cloudWatch.client.deleteAlarms(r -> r.alarmNames(NAME));
    assertThat(cloudWatch.client.describeAlarms().metricAlarms()).hasSize(1);
  }

  @Test
  void refusesAlarmsThatCouldNotWork() {
    refused(r -> r.period(45), "period 45 s");
    refused(r -> r.period(5), "period 5 s of alarm");
    refused(r -> r.statistic((Statistic) null), "needs Namespace, Period and Statistic");
    refused(r -> r.threshold(null), "needs Threshold");
    refused(r -> r.alarmName(""), "1 to 255 characters");
    refused(r -> r.evaluationPeriods(1).datapointsToAlarm(2), "2 out of 1");
    refused(r -> r.treatMissingData("whatever"), "TreatMissingData");
    refused(r -> r.evaluationPeriods(100_000), "more than 7 days");
    refused(
        r -> r.metrics(query("m", "Errors", Dimension.builder().name("a").value("b").build())),
        "either MetricName or Metrics");
    assertThatThrownBy(
            () -> cloudWatch.client.setAlarmState(r -> r.alarmName("no").stateValue(StateValue.OK)))
        .isInstanceOfSatisfying(
            CloudWatchException.class, e -> assertThat(e.statusCode()).isEqualTo(404));
    assertThatThrownBy(
            () -> cloudWatch.client.setAlarmState(r -> r.alarmName("no").stateValue("PURPLE")))
        .hasMessageContaining("'PURPLE'");
    assertThat(cloudWatch.client.describeAlarms().metricAlarms()).isEmpty();
  }

  private void refused(UnaryOperator<PutMetricAlarmRequest.Builder> change, String message) {
    assertThatThrownBy(() -> put(change))
        .isInstanceOf(CloudWatchException.class)
        .hasMessageContaining(message);
  }
}

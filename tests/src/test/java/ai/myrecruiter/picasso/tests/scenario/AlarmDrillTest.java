package ai.myrecruiter.picasso.tests.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.local.cloudwatch.MetricId;
import ai.myrecruiter.picasso.local.cloudwatch.Resolution;
import ai.myrecruiter.picasso.local.lambda.TaskFault;
import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import ai.myrecruiter.picasso.workflows.environment.ServiceAlarm;
import ai.myrecruiter.picasso.workflows.environment.Severity;
import ai.myrecruiter.picasso.workflows.rollback.RollbackTrigger;
import ai.myrecruiter.picasso.workflows.rollback.StartRollback;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/**
 * Every alarm, from the metric on: a breach, the alarm's change of state, the rule, and the
 * machine's input. Nothing but the metric's values is made up.
 */
final class AlarmDrillTest {
  private static final String MACHINE =
      "arn:aws:states:us-east-1:000000000000:stateMachine:picasso-staging-rollback";
  private static final String WATCHDOG_SILENT = "picasso-staging-watchdog-silent";
  private static final String CONTAINMENT_FAILED = "picasso-staging-containment-failed";
  private static final String STREAMING = "picasso-staging-streaming";
  private final Rehearsal rehearsal = new Rehearsal(11);

  @AfterEach
  void close() {
    rehearsal.close();
  }

  private static String name(ServiceAlarm alarm) {
    return "picasso-staging-" + alarm.text();
  }

  private MetricAlarm alarm(ServiceAlarm alarm) {
    return rehearsal
        .stage()
        .cloudWatch()
        .describeAlarms(get -> get.alarmNames(name(alarm)))
        .metricAlarms()
        .getFirst();
  }

  /** Values of the metrics that the alarm itself names, a pair of them where it divides. */
  private void measure(ServiceAlarm which, double value, double invocations) {
    var alarm = alarm(which);
    if (alarm.metrics().isEmpty()) {
      record(alarm.namespace(), alarm.metricName(), alarm.dimensions(), value);
      return;
    }
    for (var query : alarm.metrics()) {
      if (query.metricStat() != null) {
        var metric = query.metricStat().metric();
        var counted = metric.metricName().endsWith("Errors") ? value : invocations;
        record(metric.namespace(), metric.metricName(), metric.dimensions(), counted);
      }
    }
  }

  private void record(String namespace, String name, List<Dimension> dimensions, double value) {
    var id =
        MetricId.of(
            namespace,
            name,
            dimensions.stream().collect(Collectors.toMap(Dimension::name, Dimension::value)));
    rehearsal.stage().metrics().series(id).record(rehearsal.now(), value, Resolution.HIGH);
  }

  /** Three minutes of the same. */
  private void measureForThreeMinutes(ServiceAlarm which, double value) {
    for (var second = 0; second < 180; second += 10) {
      measure(which, value, 100);
      rehearsal.runFor(Duration.ofSeconds(10));
    }
  }

  private List<StartRollback> rollbacks() {
    var sfn = rehearsal.stage().sfn();
    return sfn.listExecutionsPaginator(list -> list.stateMachineArn(MACHINE)).executions().stream()
        .map(it -> sfn.describeExecution(get -> get.executionArn(it.executionArn())).input())
        .map(input -> Contracts.read(input, StartRollback.class))
        .toList();
  }

  @Test
  void startsTheVersionThatAliasLiveOfRollbackStandsFor() {
    measureForThreeMinutes(ServiceAlarm.CHAT_ERRORS, breach(ServiceAlarm.CHAT_ERRORS));

    var sfn = rehearsal.stage().sfn();
    var execution =
        sfn.listExecutions(list -> list.stateMachineArn(MACHINE)).executions().getFirst();
    assertThat(sfn.describeExecution(get -> get.executionArn(execution.executionArn())))
        .satisfies(seen -> {
          assertThat(seen.stateMachineAliasArn()).isEqualTo(MACHINE + ":live");
          assertThat(seen.stateMachineVersionArn()).isEqualTo(MACHINE + ":1");
        });
  }

  private Optional<Integer> streamingConcurrency() {
    return Optional.ofNullable(
        rehearsal
            .stage()
            .lambda()
            .getFunctionConcurrency(get -> get.functionName(STREAMING))
            .reservedConcurrentExecutions());
  }

  /** What breaches each alarm in staging. */
  private static double breach(ServiceAlarm alarm) {
    return switch (alarm) {
      case CHAT_ERRORS, STREAMING_ERRORS -> 6;
      case CHAT_SERVER_ERRORS, STREAMING_SERVER_ERRORS -> 6;
      case STREAMING_LATENCY -> 8_001;
      case CROSS_TENANT_ATTEMPTS,
          STREAMING_CROSS_TENANT_ATTEMPTS,
          JWT_BYPASS,
          STREAMING_JWT_BYPASS ->
          1;
      case DYNAMODB_THROTTLING, STREAMING_DYNAMODB_THROTTLING -> 4;
    };
  }

  /** The most that is not a breach, minute after minute. */
  private static double within(ServiceAlarm alarm) {
    return switch (alarm) {
      case CHAT_ERRORS, STREAMING_ERRORS -> 5;
      case CHAT_SERVER_ERRORS, STREAMING_SERVER_ERRORS -> 5;
      case STREAMING_LATENCY -> 8_000;
      case CROSS_TENANT_ATTEMPTS,
          STREAMING_CROSS_TENANT_ATTEMPTS,
          JWT_BYPASS,
          STREAMING_JWT_BYPASS ->
          0;
      case DYNAMODB_THROTTLING, STREAMING_DYNAMODB_THROTTLING -> 3;
    };
  }

  @ParameterizedTest
  @EnumSource(ServiceAlarm.class)
  void startsRollbackWithTheRightInputAndContainsIfIsolationIsBroken(ServiceAlarm which) {
    var before = rehearsal.now();
    measureForThreeMinutes(which, breach(which));

    assertThat(alarm(which).stateValue()).isEqualTo(StateValue.ALARM);
    assertThat(rollbacks())
        .singleElement()
        .satisfies(input -> {
          assertThat(input.environment()).isEqualTo(Environment.STAGING);
          assertThat(input.function()).isEqualTo(Rehearsal.FUNCTION);
          assertThat(input.alias()).isEqualTo("live");
          assertThat(input.companions()).containsExactly(STREAMING);
          assertThat(input.trigger()).isInstanceOf(RollbackTrigger.Alarm.class);
          assertThat(input.trigger().name()).isEqualTo(name(which));
          assertThat(input.trigger().reason()).isNotBlank();
          assertThat(input.trigger().faultSeenAt())
              .get()
              .satisfies(at -> assertIsWithin(at, before));
        });
    assertThat(streamingConcurrency())
        .isEqualTo(which.standard() == Severity.CONTAIN ? Optional.of(0) : Optional.empty());
  }

  private void assertIsWithin(Instant at, Instant before) {
    assertThat(at).isBetween(before, rehearsal.now());
  }

  @ParameterizedTest
  @EnumSource(ServiceAlarm.class)
  void doesNothingUpToTheThreshold(ServiceAlarm which) {
    measureForThreeMinutes(which, within(which));

    assertThat(alarm(which).stateValue()).isEqualTo(StateValue.OK);
    assertThat(rollbacks()).isEmpty();
    assertThat(streamingConcurrency()).isEmpty();
  }

  private StateValue state(String name) {
    return rehearsal
        .stage()
        .cloudWatch()
        .describeAlarms(get -> get.alarmNames(name))
        .metricAlarms()
        .getFirst()
        .stateValue();
  }

  @Test
  void saysThatTheWatchdogIsSilentAndThatItLooksAgain() {
    rehearsal.runFor(Duration.ofMinutes(8));
    assertThat(state(WATCHDOG_SILENT)).isEqualTo(StateValue.OK);
    rehearsal.stage().taskFaults().always("picasso-staging-watch-aliases", TaskFault.ERROR);
    rehearsal.runFor(Duration.ofMinutes(4));
    assertThat(state(WATCHDOG_SILENT)).as("a blip").isEqualTo(StateValue.OK);
    rehearsal.runFor(Duration.ofMinutes(4));
    assertThat(state(WATCHDOG_SILENT)).isEqualTo(StateValue.ALARM);
    rehearsal.stage().taskFaults().clear();
    rehearsal.runFor(Duration.ofMinutes(3));
    assertThat(state(WATCHDOG_SILENT)).isEqualTo(StateValue.OK);
    assertThat(rollbacks()).as("it starts nothing").isEmpty();
  }

  @Test
  void saysThatStreamingCouldNotBeShut() {
    rehearsal.stage().taskFaults().atCall("picasso-staging-shut-streaming", 1, TaskFault.ERROR);
    measureForThreeMinutes(ServiceAlarm.JWT_BYPASS, 1);
    assertThat(state(CONTAINMENT_FAILED)).isEqualTo(StateValue.OK);
    assertThat(streamingConcurrency()).as("by the second try").contains(0);
    rehearsal.stage().taskFaults().always("picasso-staging-shut-streaming", TaskFault.ERROR);
    rehearsal.runFor(Duration.ofMinutes(5));
    measureForThreeMinutes(ServiceAlarm.STREAMING_JWT_BYPASS, 1);
    assertThat(state(CONTAINMENT_FAILED)).isEqualTo(StateValue.ALARM);
  }

  @Test
  void drillsEveryAlarmThatIsDeployed() {
    var names =
        rehearsal.stage().cloudWatch().describeAlarms(all -> all.maxRecords(100)).metricAlarms();
    assertThat(names)
        .extracting(MetricAlarm::alarmName)
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    Arrays.stream(ServiceAlarm.values()).map(AlarmDrillTest::name),
                    Stream.of(WATCHDOG_SILENT, CONTAINMENT_FAILED))
                .toList());
  }
}

package ai.myrecruiter.picasso.local.rehearsal;

import ai.myrecruiter.picasso.local.sdk.Fields;
import ai.myrecruiter.picasso.local.stage.Stage;
import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.environment.ServiceAlarm;
import ai.myrecruiter.picasso.workflows.plan.Plan;
import ai.myrecruiter.picasso.workflows.rehearsal.Alarms;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/** The alarms of a rehearsed rollout. */
record RehearsedAlarms(Stage stage, Environment environment) {
  /** Puts the alarms on errors again with the model's threshold, if it has one. */
  void fit(Alarms model) {
    var names =
        Stream.of(ServiceAlarm.CHAT_ERRORS, ServiceAlarm.CHAT_SERVER_ERRORS)
            .map(alarm -> environment.prefix() + alarm.text())
            .toList();
    model
        .errorPercent()
        .ifPresent(percent -> {
          for (var alarm : read(names)) {
            stage
                .cloudWatch()
                .putMetricAlarm(
                    Fields.copy(alarm, PutMetricAlarmRequest.builder()).threshold(percent).build());
          }
        });
  }

  /**
   * The alarms of a plan that can have kept a rollout from starting, without the environment's
   * prefix: they ring, or changed since. Empty when none did, or when one does not exist, which is
   * the plan's fault.
   */
  Optional<String> keptOut(Plan plan, Instant start) {
    var names = plan.alarmNames(environment);
    var alarms = read(names);
    var rang =
        alarms.stream()
            .filter(alarm ->
                alarm.stateValue() == StateValue.ALARM
                    || alarm.stateUpdatedTimestamp().isAfter(start))
            .map(alarm -> alarm.alarmName().substring(environment.prefix().length()))
            .sorted()
            .toList();
    return rang.isEmpty() || alarms.size() < names.size()
        ? Optional.empty()
        : Optional.of(String.join(" and ", rang));
  }

  private List<MetricAlarm> read(List<String> names) {
    return stage.cloudWatch().describeAlarms(request -> request.alarmNames(names)).metricAlarms();
  }
}

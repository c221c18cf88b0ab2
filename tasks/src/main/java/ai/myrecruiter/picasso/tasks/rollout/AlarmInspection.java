package ai.myrecruiter.picasso.tasks.rollout;

import ai.myrecruiter.picasso.workflows.Finding;
import ai.myrecruiter.picasso.workflows.rollout.Member;
import ai.myrecruiter.picasso.workflows.rollout.Rollout;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/**
 * Whether the plan's alarms are there and watch this function. An alarm that does not exist counts
 * as OK for whoever asks, and one with a wrong dimension never goes off: both have to be seen
 * before they are relied on.
 */
final class AlarmInspection {
  private final List<String> functions;
  private final List<String> names;
  private final Map<String, MetricAlarm> alarms = new HashMap<>();

  AlarmInspection(CloudWatchClient cloudWatch, Rollout rollout) {
    this.functions = rollout.members().stream().map(Member::function).toList();
    this.names = rollout.plan().alarmNames(rollout.environment());
    cloudWatch
        .describeAlarms(request -> request.alarmNames(names).maxRecords(100))
        .metricAlarms()
        .forEach(alarm -> alarms.put(alarm.alarmName(), alarm));
  }

  List<Finding> missing() {
    return names.stream()
        .filter(name -> !alarms.containsKey(name))
        .map(name ->
            new Finding(
                path(name),
                name,
                "must be an alarm that exists",
                "correct the name, or deploy the observability stack, which creates it"))
        .toList();
  }

  List<Finding> unfit() {
    var findings = new ArrayList<Finding>();
    for (var name : names) {
      Optional.ofNullable(alarms.get(name)).ifPresent(alarm -> inspect(name, alarm, findings));
    }
    return findings;
  }

  private void inspect(String name, MetricAlarm alarm, List<Finding> findings) {
    if (alarm.stateValue() == StateValue.ALARM) {
      findings.add(
          new Finding(
              path(name),
              name + " is in ALARM",
              "must not be in ALARM before a rollout",
              "mend what it reports first: " + alarm.stateReason()));
    }
    if (!Boolean.TRUE.equals(alarm.actionsEnabled())) {
      findings.add(
          new Finding(
              path(name),
              name,
              "must have its actions enabled",
              "enable them: aws cloudwatch enable-alarm-actions"));
    }
    if (functions.stream().noneMatch(function -> watches(alarm, function))) {
      findings.add(
          new Finding(
              path(name),
              name,
              "must have a dimension that names the function " + String.join(" or ", functions),
              "correct the alarm's dimensions; this one can never go off"));
    }
  }

  private static Stream<Dimension> dimensions(MetricAlarm alarm) {
    return Stream.concat(
        alarm.dimensions().stream(),
        alarm.metrics().stream()
            .filter(query -> query.metricStat() != null)
            .flatMap(query -> query.metricStat().metric().dimensions().stream()));
  }

  private static boolean watches(MetricAlarm alarm, String function) {
    return dimensions(alarm)
        .map(Dimension::value)
        .anyMatch(value -> value.equals(function) || value.startsWith(function + ":"));
  }

  /** A record that says which functions of a release no alarm of the plan watches. */
  Rollout noteUnwatched(Rollout rollout, Instant now) {
    var unwatched =
        functions.stream()
            .skip(1)
            .filter(function -> alarms.values().stream().noneMatch(a -> watches(a, function)))
            .toList();
    return unwatched.isEmpty()
        ? rollout
        : rollout.noted("No alarm of the plan watches " + String.join(", ", unwatched), now);
  }

  private String path(String name) {
    return "$.plan.alarms[" + names.indexOf(name) + "]";
  }
}

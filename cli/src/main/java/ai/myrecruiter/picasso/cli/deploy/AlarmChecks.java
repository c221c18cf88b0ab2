package ai.myrecruiter.picasso.cli.deploy;

import ai.myrecruiter.picasso.workflows.Finding;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/** Whether the alarms of stacks that are there exist and do not ring. */
final class AlarmChecks {
  private static final int MOST_NAMES = 100;

  /** How long CloudWatch may take to look once an alarm's periods are over. */
  private static final Duration LAG = Duration.ofMinutes(2);

  private static final int MINUTE = 60;
  private final Session session;
  private final Set<Finding> unsettled = new HashSet<>();

  AlarmChecks(Session session) {
    this.session = session;
  }

  /** What is wrong with the alarms that the templates in service declare. */
  List<Finding> of(DeclaredNames declared) {
    var names = declared.of("AWS::CloudWatch::Alarm", "AlarmName");
    var found = describe(names);
    var findings = new ArrayList<Finding>();
    for (var name : names) {
      var alarm = found.get(name);
      if (alarm == null) {
        findings.add(
            new Finding("alarm", name, "must exist", "somebody deleted it; make it again by hand"));
      } else if (alarm.stateValue() == StateValue.ALARM) {
        findings.add(ringing(alarm));
      }
    }
    return findings;
  }

  /**
   * Whether a finding is of an alarm that is too young to say anything: part of the time that it
   * looks back over was before it, and missing data may be what it rings for.
   */
  boolean unsettled(Finding finding) {
    return unsettled.contains(finding);
  }

  private Map<String, MetricAlarm> describe(List<String> names) {
    var found = new HashMap<String, MetricAlarm>();
    for (var from = 0; from < names.size(); from += MOST_NAMES) {
      var some = names.subList(from, Math.min(from + MOST_NAMES, names.size()));
      session
          .account()
          .cloudWatch()
          .describeAlarms(it -> it.alarmNames(some).maxRecords(MOST_NAMES))
          .metricAlarms()
          .forEach(alarm -> found.put(alarm.alarmName(), alarm));
    }
    return found;
  }

  private Finding ringing(MetricAlarm alarm) {
    var settled = settled(alarm);
    boolean young = session.now().isBefore(settled);
    var finding =
        new Finding(
            "alarm",
            alarm.alarmName() + " is in ALARM",
            "must not ring before a deployment",
            (young
                    ? "it is too young to say and will have settled by %s; if it still rings then, "
                        .formatted(settled)
                    : "")
                + "mend what it reports: "
                + alarm.stateReason());
    if (young) {
      unsettled.add(finding);
    }
    return finding;
  }

  /** When all that an alarm looks back over is after it was made or changed last. */
  private static Instant settled(MetricAlarm alarm) {
    long seconds = (long) period(alarm) * alarm.evaluationPeriods();
    return alarm
        .alarmConfigurationUpdatedTimestamp()
        .truncatedTo(ChronoUnit.SECONDS)
        .plusSeconds(seconds)
        .plus(LAG);
  }

  private static int period(MetricAlarm alarm) {
    return alarm.period() != null
        ? alarm.period()
        : alarm.metrics().stream().mapToInt(AlarmChecks::period).max().orElse(MINUTE);
  }

  private static int period(MetricDataQuery query) {
    if (query.metricStat() != null) {
      return query.metricStat().period();
    }
    return query.period() == null ? MINUTE : query.period();
  }
}

package ai.myrecruiter.picasso.infra.observability;

import ai.myrecruiter.picasso.infra.environment.EnvironmentSettings;
import ai.myrecruiter.picasso.workflows.environment.ServiceAlarm;
import ai.myrecruiter.picasso.workflows.environment.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awscdk.services.cloudwatch.AlarmRule;
import software.amazon.awscdk.services.cloudwatch.AlarmState;
import software.amazon.awscdk.services.cloudwatch.CompositeAlarm;
import software.amazon.awscdk.services.cloudwatch.IAlarm;
import software.amazon.awscdk.services.cloudwatch.IAlarmRule;
import software.constructs.Construct;

/** An alarm for each severity, in ALARM while any alarm of the severity is. */
final class SeverityAlarms {
  private final List<IAlarm> made = new ArrayList<>();

  SeverityAlarms(
      Construct scope,
      EnvironmentSettings settings,
      Map<ServiceAlarm, IAlarm> alarms,
      Audiences audiences) {
    for (var severity : Severity.values()) {
      var rules =
          alarms.entrySet().stream()
              .filter(alarm -> settings.config().severity(alarm.getKey()) == severity)
              .map(alarm -> AlarmRule.fromAlarm(alarm.getValue(), AlarmState.ALARM))
              .toArray(IAlarmRule[]::new);
      if (rules.length > 0) {
        made.add(create(scope, settings, severity, rules, audiences));
      }
    }
  }

  private static CompositeAlarm create(
      Construct scope,
      EnvironmentSettings settings,
      Severity severity,
      IAlarmRule[] rules,
      Audiences audiences) {
    var text = severity.name().toLowerCase(Locale.ROOT);
    var composite =
        CompositeAlarm.Builder.create(
                scope, "Severity" + severity.name().charAt(0) + text.substring(1))
            .compositeAlarmName(settings.named("severity-" + text))
            .alarmDescription("An alarm of severity %s is on: releases wait".formatted(text))
            .alarmRule(AlarmRule.anyOf(rules))
            .build();
    audiences.tellThoseWhoRelease(composite);
    return composite;
  }

  /** Those that there are, from the mildest on. */
  List<IAlarm> all() {
    return List.copyOf(made);
  }
}

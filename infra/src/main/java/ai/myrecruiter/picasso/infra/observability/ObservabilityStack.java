package ai.myrecruiter.picasso.infra.observability;

import ai.myrecruiter.picasso.infra.environment.EnvironmentSettings;
import ai.myrecruiter.picasso.workflows.environment.ServiceAlarm;
import java.util.EnumMap;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.IAlarm;
import software.constructs.Construct;

/** The alarms on the payload by name, what they sum up to, whom they tell, and a dashboard. */
public final class ObservabilityStack extends Stack {
  /** Adds the stack {@code picasso-<environment>-observability} to the app. */
  public ObservabilityStack(Construct app, EnvironmentSettings settings) {
    super(app, settings.named("observability"), settings.stack("alarms, audiences and dashboard"));
    var audiences = new Audiences(this, settings);
    var alarms = new EnumMap<ServiceAlarm, IAlarm>(ServiceAlarm.class);
    for (var alarm : ServiceAlarm.values()) {
      alarms.put(alarm, create(alarm, settings, audiences));
    }
    var severities = new SeverityAlarms(this, settings, alarms, audiences);
    new ServiceDashboard(this, settings, alarms, severities);
  }

  private Alarm create(ServiceAlarm alarm, EnvironmentSettings settings, Audiences audiences) {
    var definition = AlarmDefinition.of(alarm, settings);
    var made =
        Alarm.Builder.create(this, definition.id())
            .alarmName(settings.config().alarmName(alarm))
            .alarmDescription(definition.description())
            .metric(definition.metric())
            .comparisonOperator(definition.operator())
            .threshold(definition.threshold())
            .evaluationPeriods(definition.periods())
            .datapointsToAlarm(definition.breaching())
            .treatMissingData(AlarmDefinition.MISSING)
            .build();
    audiences.tell(made, settings.config().severity(alarm));
    return made;
  }
}

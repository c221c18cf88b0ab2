package ai.myrecruiter.picasso.local.cloudwatch;

import ai.myrecruiter.picasso.local.loop.EventLoop;
import ai.myrecruiter.picasso.local.sdk.Fields;
import java.util.ArrayList;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatch.model.DeleteAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DeleteAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmResponse;
import software.amazon.awssdk.services.cloudwatch.model.SetAlarmStateRequest;
import software.amazon.awssdk.services.cloudwatch.model.SetAlarmStateResponse;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/** The calls on alarms. */
final class AlarmCalls {
  private final EventLoop loop;
  private final Alarms alarms;
  private final CloudWatchMeter meter;

  AlarmCalls(EventLoop loop, Alarms alarms, CloudWatchMeter meter) {
    this.loop = loop;
    this.alarms = alarms;
    this.meter = meter;
  }

  public PutMetricAlarmResponse putMetricAlarm(PutMetricAlarmRequest request) {
    return loop.call(() -> {
      alarms.put(request);
      return PutMetricAlarmResponse.builder().build();
    });
  }

  public SetAlarmStateResponse setAlarmState(SetAlarmStateRequest request) {
    var value = request.stateValue();
    if (value == null || value == StateValue.UNKNOWN_TO_SDK_VERSION) {
      throw CloudWatchErrors.invalid(
          "state '%s' is not OK, ALARM or INSUFFICIENT_DATA"
              .formatted(request.stateValueAsString()));
    }
    return loop.call(() -> {
      alarms.setState(
          request.alarmName(),
          value,
          Optional.ofNullable(request.stateReason()).orElse(""),
          Optional.ofNullable(request.stateReasonData()).orElse(""));
      return SetAlarmStateResponse.builder().build();
    });
  }

  public DescribeAlarmsResponse describeAlarms(DescribeAlarmsRequest request) {
    return loop.call(() -> {
      meter.called();
      var found = new ArrayList<MetricAlarm>();
      for (var alarm : alarms.all()) {
        if (wanted(request, alarm)) {
          found.add(shown(alarm));
        }
      }
      return DescribeAlarmsResponse.builder().metricAlarms(found).build();
    });
  }

  private static boolean wanted(DescribeAlarmsRequest request, Alarm alarm) {
    var name = alarm.definition.name();
    return (!request.hasAlarmNames() || request.alarmNames().contains(name))
        && (request.alarmNamePrefix() == null || name.startsWith(request.alarmNamePrefix()))
        && (request.stateValue() == null || request.stateValue() == alarm.state.value());
  }

  private static MetricAlarm shown(Alarm alarm) {
    var shown =
        Fields.copy(alarm.definition.request(), MetricAlarm.builder())
            .alarmArn(alarm.arn())
            .alarmConfigurationUpdatedTimestamp(alarm.updated)
            .stateValue(alarm.state.value())
            .stateReason(alarm.state.reason())
            .stateUpdatedTimestamp(alarm.state.since())
            .stateTransitionedTimestamp(alarm.state.since());
    if (!alarm.state.reasonData().isEmpty()) {
      shown.stateReasonData(alarm.state.reasonData());
    }
    if (alarm.definition.request().actionsEnabled() == null) {
      shown.actionsEnabled(true);
    }
    return shown.build();
  }

  public DeleteAlarmsResponse deleteAlarms(DeleteAlarmsRequest request) {
    return loop.call(() -> {
      request.alarmNames().forEach(alarms::require);
      request.alarmNames().forEach(alarms::delete);
      return DeleteAlarmsResponse.builder().build();
    });
  }
}

package ai.myrecruiter.picasso.local.cloudwatch;

import ai.myrecruiter.picasso.local.events.EventBus;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;

/** Publishes changes of state as CloudWatch does: {@code CloudWatch Alarm State Change}. */
final class AlarmEvents {
  private final EventBus bus;

  AlarmEvents(EventBus bus) {
    this.bus = bus;
  }

  void changed(Alarm alarm, AlarmState previous) {
    var detail = JsonNodeFactory.instance.objectNode().put("alarmName", alarm.definition.name());
    detail.set("configuration", configuration(alarm.definition));
    detail.set("previousState", state(previous));
    detail.set("state", state(alarm.state));
    bus.publish("aws.cloudwatch", "CloudWatch Alarm State Change", List.of(alarm.arn()), detail);
  }

  private static ObjectNode state(AlarmState state) {
    var json =
        JsonNodeFactory.instance
            .objectNode()
            .put("value", state.value().toString())
            .put("reason", state.reason())
            .put("timestamp", AlarmReason.TIMESTAMP.format(state.since()));
    if (!state.reasonData().isEmpty()) {
      json.put("reasonData", state.reasonData());
    }
    return json;
  }

  private static ObjectNode configuration(AlarmDefinition definition) {
    var configuration = JsonNodeFactory.instance.objectNode();
    if (definition.request().alarmDescription() != null) {
      configuration.put("description", definition.request().alarmDescription());
    }
    var metrics = configuration.putArray("metrics");
    definition.queries().forEach(query -> metrics.add(query(query)));
    return configuration;
  }

  private static ObjectNode query(MetricDataQuery query) {
    var json = JsonNodeFactory.instance.objectNode().put("id", query.id());
    if (query.expression() != null) {
      json.put("expression", query.expression());
    } else {
      var stat = query.metricStat();
      var metric =
          json.putObject("metricStat")
              .put("period", stat.period())
              .put("stat", stat.stat())
              .putObject("metric")
              .put("name", stat.metric().metricName())
              .put("namespace", stat.metric().namespace());
      var dimensions = metric.putObject("dimensions");
      stat.metric().dimensions().forEach(d -> dimensions.put(d.name(), d.value()));
    }
    return json.put("returnData", !Boolean.FALSE.equals(query.returnData()));
  }
}

package ai.myrecruiter.picasso.local.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricStat;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;

/** Alarms of the stage's CloudWatch, on one metric or on metric math. */
final class AlarmType {
  private final CloudWatchClient cloudWatch;

  AlarmType(CloudWatchClient cloudWatch) {
    this.cloudWatch = cloudWatch;
  }

  StagedType type() {
    return new StagedType(
            "AWS::CloudWatch::Alarm",
            PropertyRules.effective(
                    "ActionsEnabled",
                    "AlarmDescription",
                    "AlarmName",
                    "ComparisonOperator",
                    "DatapointsToAlarm",
                    "Dimensions",
                    "EvaluationPeriods",
                    "MetricName",
                    "ExtendedStatistic",
                    "Metrics[].Expression",
                    "Metrics[].Id",
                    "Metrics[].Label",
                    "Metrics[].MetricStat.Metric",
                    "Metrics[].MetricStat.Period",
                    "Metrics[].MetricStat.Stat",
                    "Metrics[].ReturnData",
                    "Namespace",
                    "Period",
                    "Statistic",
                    "Threshold",
                    "TreatMissingData")
                .withoutEffect(
                    "AlarmActions", "they tell people; what acts hears the bus, by rules"),
            Set.of("Arn"),
            this::create)
        .with(
            (request, existing) -> create(request),
            (request, existing) ->
                cloudWatch.deleteAlarms(it -> it.alarmNames(existing.physicalId())));
  }

  private Created create(ResourceRequest request) {
    var properties = request.properties();
    var alarm = PutMetricAlarmRequest.builder().alarmName(request.name("AlarmName"));
    text(properties, "AlarmDescription").ifPresent(alarm::alarmDescription);
    text(properties, "ComparisonOperator").ifPresent(alarm::comparisonOperator);
    text(properties, "TreatMissingData").ifPresent(alarm::treatMissingData);
    number(properties, "DatapointsToAlarm").ifPresent(alarm::datapointsToAlarm);
    number(properties, "EvaluationPeriods").ifPresent(alarm::evaluationPeriods);
    alarm.actionsEnabled(properties.path("ActionsEnabled").asBoolean(true));
    alarm.threshold(properties.path("Threshold").asDouble());
    if (properties.has("Metrics")) {
      alarm.metrics(properties.path("Metrics").valueStream().map(AlarmType::query).toList());
    } else {
      alarm.dimensions(dimensions(properties));
      text(properties, "Namespace").ifPresent(alarm::namespace);
      text(properties, "MetricName").ifPresent(alarm::metricName);
      text(properties, "Statistic").ifPresent(alarm::statistic);
      text(properties, "ExtendedStatistic").ifPresent(alarm::extendedStatistic);
      number(properties, "Period").ifPresent(alarm::period);
    }
    var put = alarm.build();
    cloudWatch.putMetricAlarm(put);
    var arn = request.account().arn("cloudwatch", "alarm:" + put.alarmName());
    return new Created(put.alarmName(), Map.of("Arn", arn));
  }

  private static MetricDataQuery query(JsonNode query) {
    var made = MetricDataQuery.builder().id(query.path("Id").asText());
    text(query, "Expression").ifPresent(made::expression);
    text(query, "Label").ifPresent(made::label);
    made.returnData(query.path("ReturnData").asBoolean(true));
    if (query.has("MetricStat")) {
      made.metricStat(stat(query.path("MetricStat")));
    }
    return made.build();
  }

  private static MetricStat stat(JsonNode stat) {
    var metric = stat.path("Metric");
    return MetricStat.builder()
        .metric(
            Metric.builder()
                .namespace(metric.path("Namespace").asText())
                .metricName(metric.path("MetricName").asText())
                .dimensions(dimensions(metric))
                .build())
        .period(stat.path("Period").asInt())
        .stat(stat.path("Stat").asText())
        .build();
  }

  private static List<Dimension> dimensions(JsonNode metric) {
    return metric
        .path("Dimensions")
        .valueStream()
        .map(it ->
            Dimension.builder()
                .name(it.path("Name").asText())
                .value(it.path("Value").asText())
                .build())
        .toList();
  }

  private static Optional<String> text(JsonNode object, String field) {
    return Optional.of(object.path(field)).filter(JsonNode::isValueNode).map(JsonNode::asText);
  }

  private static Optional<Integer> number(JsonNode object, String field) {
    return text(object, field).map(Integer::valueOf);
  }
}

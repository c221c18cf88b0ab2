package ai.myrecruiter.picasso.infra.observability;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.infra.SynthesizedApp;
import ai.myrecruiter.picasso.workflows.environment.ServiceAlarm;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ObservabilityStackTest {
  private static final String STACK = "picasso-staging-observability";
  private static final String PRODUCTION = "picasso-production-observability";

  @Test
  void alarmsAtTheFirstCrossTenantAttempt() {
    var alarm = alarm("picasso-staging-cross-tenant-attempts");
    assertThat(alarm.path("Namespace").asText()).isEqualTo("Picasso/Chat");
    assertThat(alarm.path("MetricName").asText()).isEqualTo("CrossTenantAttempts");
    assertThat(dimensions(alarm)).isEqualTo(Map.of("FunctionName", "picasso-staging-chat"));
    assertThat(alarm.path("Period").asInt()).isEqualTo(10);
    assertThat(alarm.path("EvaluationPeriods").asInt()).isEqualTo(1);
    assertThat(alarm.path("Threshold").asInt()).isEqualTo(1);
    assertThat(alarm.path("ComparisonOperator").asText())
        .isEqualTo("GreaterThanOrEqualToThreshold");
    assertThat(alarm.path("TreatMissingData").asText()).isEqualTo("notBreaching");
  }

  @Test
  void alarmsAtTheRateOfErrorsOfInvocationsThroughTheAlias() {
    var alarm = alarm("picasso-staging-chat-errors");
    assertThat(alarm.path("Threshold").asInt()).isEqualTo(5);
    assertThat(alarm.path("DatapointsToAlarm").asInt()).isEqualTo(2);
    assertThat(alarm.path("EvaluationPeriods").asInt()).isEqualTo(3);
    assertThat(alarm.path("TreatMissingData").asText()).isEqualTo("notBreaching");
    assertThat(alarm.path("Metrics").path(0).path("Expression").asText())
        .isEqualTo("100 * errors / invocations");
    for (var id : Map.of("errors", "Errors", "invocations", "Invocations").entrySet()) {
      var stat = query(alarm, id.getKey()).path("MetricStat");
      assertThat(stat.path("Period").asInt()).isEqualTo(60);
      assertThat(stat.path("Metric").path("MetricName").asText()).isEqualTo(id.getValue());
      assertThat(dimensions(stat.path("Metric")))
          .isEqualTo(
              Map.of(
                  "FunctionName", "picasso-staging-chat",
                  "Resource", "picasso-staging-chat:live"));
    }
  }

  /** Lambda's own errors leave out what the function answered itself. */
  @ParameterizedTest
  @CsvSource({"chat", "streaming"})
  void alarmsAtTheRateOfAnswersOf500OfInvocationsThroughTheAlias(String function) {
    var alarm = alarm("picasso-staging-%s-server-errors".formatted(function));
    assertThat(alarm.path("Threshold").asInt()).isEqualTo(5);
    assertThat(alarm.path("DatapointsToAlarm").asInt()).isEqualTo(2);
    assertThat(alarm.path("EvaluationPeriods").asInt()).isEqualTo(3);
    assertThat(alarm.path("Metrics").path(0).path("Expression").asText())
        .isEqualTo("100 * serverErrors / invocations");
    assertThat(alarm.path("Metrics").toString())
        .contains("Picasso/Chat", "ServerErrors", "picasso-staging-%s:live".formatted(function));
  }

  @Test
  void makesEveryAlarmThatTheDomainKnowsAndNoOther() {
    assertThat(SynthesizedApp.properties(PRODUCTION, "AWS::CloudWatch::Alarm"))
        .extracting(alarm -> alarm.path("AlarmName").asText())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ServiceAlarm.values())
                .map(alarm -> "picasso-production-" + alarm.text())
                .toList());
  }

  @ParameterizedTest
  @CsvSource({
    "streaming-latency, FirstTokenLatency, streaming, 5000, GreaterThanThreshold, 60",
    "cross-tenant-attempts, CrossTenantAttempts, chat, 1, GreaterThanOrEqualToThreshold, 10",
    "streaming-cross-tenant-attempts, CrossTenantAttempts, streaming, 1,"
        + " GreaterThanOrEqualToThreshold, 10",
    "jwt-bypass, JwtBypasses, chat, 1, GreaterThanOrEqualToThreshold, 10",
    "streaming-jwt-bypass, JwtBypasses, streaming, 1, GreaterThanOrEqualToThreshold, 10",
    "dynamodb-throttling, DynamoDbThrottles, chat, 5, GreaterThanThreshold, 60",
    "streaming-dynamodb-throttling, DynamoDbThrottles, streaming, 5, GreaterThanThreshold, 60"
  })
  void watchesWhatWasPromised(
      String name, String metric, String function, int threshold, String operator, int period) {
    var alarm =
        SynthesizedApp.properties(
            PRODUCTION, "AWS::CloudWatch::Alarm", "AlarmName", "picasso-production-" + name);
    assertThat(alarm.path("Namespace").asText()).isEqualTo("Picasso/Chat");
    assertThat(alarm.path("MetricName").asText()).isEqualTo(metric);
    assertThat(dimensions(alarm))
        .isEqualTo(Map.of("FunctionName", "picasso-production-" + function));
    assertThat(alarm.path("Threshold").asInt()).isEqualTo(threshold);
    assertThat(alarm.path("ComparisonOperator").asText()).isEqualTo(operator);
    assertThat(alarm.path("Period").asInt()).isEqualTo(period);
    assertThat(alarm.path("TreatMissingData").asText()).isEqualTo("notBreaching");
  }

  @Test
  void tellsOperationsOfEveryAlarmAndSecurityOfThoseOfIsolation() {
    for (var alarm : SynthesizedApp.properties(STACK, "AWS::CloudWatch::Alarm")) {
      var name = alarm.path("AlarmName").asText();
      var isolation = name.contains("cross-tenant") || name.contains("jwt-bypass");
      assertThat(alarm.path("AlarmActions").toString()).as(name).contains("Operations");
      assertThat(alarm.path("AlarmActions").toString().contains("Security"))
          .as(name)
          .isEqualTo(isolation);
    }
  }

  @Test
  void sumsTheAlarmsUpBySeverity() {
    var composites = SynthesizedApp.properties(STACK, "AWS::CloudWatch::CompositeAlarm");
    assertThat(composites)
        .extracting(alarm -> alarm.path("AlarmName").asText())
        .containsExactly("picasso-staging-severity-rollback", "picasso-staging-severity-contain");
    var contain = composites.get(1).path("AlarmRule").toString();
    assertThat(contain)
        .contains("CrossTenantAttempts", "JwtBypass", "StreamingJwtBypass")
        .doesNotContain("ChatErrors", "StreamingLatency");
    assertThat(composites)
        .allSatisfy(
            alarm -> assertThat(alarm.path("AlarmActions").toString()).contains("Releases"));
  }

  @Test
  void encryptsEveryTopicAndRefusesWhatIsNotTls() {
    assertThat(SynthesizedApp.properties(STACK, "AWS::SNS::Topic"))
        .hasSize(3)
        .allSatisfy(
            topic -> assertThat(topic.path("KmsMasterKeyId").toString()).contains("TopicKey"));
    assertThat(SynthesizedApp.properties(STACK, "AWS::SNS::TopicPolicy"))
        .hasSize(3)
        .allSatisfy(policy -> {
          var statements = policy.at("/PolicyDocument/Statement");
          assertThat(statements)
              .anySatisfy(statement -> {
                assertThat(statement.path("Effect").asText()).isEqualTo("Deny");
                assertThat(statement.at("/Condition/Bool/aws:SecureTransport").asText())
                    .isEqualTo("false");
              });
          assertThat(statements.toString())
              .contains("cloudwatch.amazonaws.com", "events.amazonaws.com");
        });
  }

  @Test
  void showsEveryAlarmOnTheDashboard() {
    var body =
        SynthesizedApp.properties(STACK, "AWS::CloudWatch::Dashboard")
            .getFirst()
            .path("DashboardBody")
            .toString();
    for (var alarm : ServiceAlarm.values()) {
      var id = AlarmDefinition.of(alarm, SynthesizedApp.settings("staging")).id();
      assertThat(body).contains("[\"" + id);
    }
    assertThat(body).contains("SeverityRollback", "SeverityContain", "FirstTokenLatency");
  }

  private static JsonNode alarm(String name) {
    return SynthesizedApp.properties(STACK, "AWS::CloudWatch::Alarm", "AlarmName", name);
  }

  private static JsonNode query(JsonNode alarm, String id) {
    return StreamSupport.stream(alarm.path("Metrics").spliterator(), false)
        .filter(query -> query.path("Id").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, String> dimensions(JsonNode metric) {
    return StreamSupport.stream(metric.path("Dimensions").spliterator(), false)
        .collect(
            Collectors.toMap(
                dimension -> dimension.path("Name").asText(),
                dimension -> dimension.path("Value").asText()));
  }
}

package ai.myrecruiter.picasso.infra.payload;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.infra.SynthesizedApp;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

final class PayloadStackTest {
  private static final String STACK = "picasso-staging-payload";

  @Test
  void runsTheChatHandlerOnJava25AndArm() {
    var chat = function("picasso-staging-chat");
    assertThat(chat.path("SnapStart").path("ApplyOn").asText()).isEqualTo("PublishedVersions");
    assertThat(chat.path("Runtime").asText()).isEqualTo("java25");
    assertThat(chat.path("Architectures").toString()).isEqualTo("[\"arm64\"]");
    assertThat(chat.path("Handler").asText())
        .isEqualTo("ai.myrecruiter.picasso.runtime.master.MasterHandler::handleRequest");
  }

  @Test
  void keepsAPublishedVersionWhenALaterOneReplacesIt() {
    var version = resource("AWS::Lambda::Version");
    assertThat(version.path("DeletionPolicy").asText()).isEqualTo("Retain");
    assertThat(version.path("UpdateReplacePolicy").asText()).isEqualTo("Retain");
  }

  @Test
  void opensTheUrlOnTheAliasSoThatItFollowsTheWeights() {
    var urls = SynthesizedApp.properties(STACK, "AWS::Lambda::Url");
    assertThat(urls)
        .hasSize(2)
        .allSatisfy(url -> {
          assertThat(url.path("Qualifier").asText()).isEqualTo("live");
          assertThat(url.path("AuthType").asText()).isEqualTo("NONE");
          assertThat(url.path("Cors").path("AllowOrigins").toString())
              .isEqualTo("[\"https://staging-chat.myrecruiter.ai\"]");
          assertThat(url.path("Cors").path("AllowHeaders").toString())
              .contains("x-jwt-token", "x-tenant-hash", "content-type");
        });
    assertThat(urls.stream().map(url -> url.path("InvokeMode").asText()))
        .containsExactly("BUFFERED", "RESPONSE_STREAM");
  }

  @Test
  void allowsTheUrlToBeCalledByTwoStatementsOnTheAlias() {
    var permissions = SynthesizedApp.properties(STACK, "AWS::Lambda::Permission");
    assertThat(permissions)
        .hasSize(4)
        .allSatisfy(permission ->
            assertThat(permission.path("FunctionName").path("Ref").asText())
                .isIn("Live", "StreamingLive"))
        .anySatisfy(permission -> {
          assertThat(permission.path("Action").asText()).isEqualTo("lambda:InvokeFunctionUrl");
          assertThat(permission.path("FunctionUrlAuthType").asText()).isEqualTo("NONE");
        })
        .anySatisfy(permission -> {
          assertThat(permission.path("Action").asText()).isEqualTo("lambda:InvokeFunction");
          assertThat(permission.path("InvokedViaFunctionUrl").asBoolean()).isTrue();
        });
  }

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

  @Test
  void leavesNothingOpenInProductionThatIsClosedInStaging() {
    var origins =
        SynthesizedApp.properties("picasso-production-payload", "AWS::Lambda::Url")
            .getFirst()
            .path("Cors")
            .path("AllowOrigins");
    assertThat(origins.toString()).isEqualTo("[\"https://chat.myrecruiter.ai\"]");
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

  private static JsonNode function(String name) {
    return SynthesizedApp.properties(STACK, "AWS::Lambda::Function", "FunctionName", name);
  }

  private static JsonNode resource(String type) {
    return SynthesizedApp.resources(STACK).stream()
        .map(Map.Entry::getValue)
        .filter(resource -> resource.path("Type").asText().equals(type))
        .findFirst()
        .orElseThrow();
  }
}

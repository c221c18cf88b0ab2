package ai.myrecruiter.picasso.infra.payload;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.infra.SynthesizedApp;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
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
        .hasSize(5)
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
  void letsAnyoneInvokeByTheUrlOnlyAndTheGatewayByItsRouteOnly() {
    var invoke =
        SynthesizedApp.properties(STACK, "AWS::Lambda::Permission").stream()
            .filter(it -> it.path("Action").asText().equals("lambda:InvokeFunction"))
            .toList();
    assertThat(invoke)
        .hasSize(3)
        .allSatisfy(permission -> {
          if (permission.path("Principal").asText().equals("*")) {
            assertThat(permission.path("InvokedViaFunctionUrl").asBoolean()).isTrue();
          } else {
            assertThat(permission.path("Principal").asText()).isEqualTo("apigateway.amazonaws.com");
            assertThat(permission.path("SourceArn").toString()).contains("\"Ref\":\"Legacy\"");
          }
        });
  }

  @Test
  void leadsTheLegacyRouteToAliasLive() {
    assertThat(
            resource("AWS::ApiGatewayV2::Integration")
                .at("/Properties/IntegrationUri/Ref")
                .asText())
        .isEqualTo("Live");
    assertThat(
            resource("AWS::ApiGatewayV2::Api")
                .at("/Properties/CorsConfiguration/AllowOrigins")
                .toString())
        .isEqualTo("[\"https://staging-chat.myrecruiter.ai\"]");
    var stage = resource("AWS::ApiGatewayV2::Stage").path("Properties");
    assertThat(stage.at("/DefaultRouteSettings/ThrottlingRateLimit").asInt()).isPositive();
    assertThat(stage.at("/AccessLogSettings/Format").asText())
        .contains("$context.status")
        .doesNotContain("sourceIp", "path", "queryString", "authorizer", "userAgent");
  }

  @Test
  void reservesConcurrencySoThatNeitherFunctionStarvesTheOther() {
    assertThat(function("picasso-staging-chat").path("ReservedConcurrentExecutions").asInt())
        .isEqualTo(20);
    assertThat(function("picasso-staging-streaming").path("ReservedConcurrentExecutions").asInt())
        .isEqualTo(20);
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

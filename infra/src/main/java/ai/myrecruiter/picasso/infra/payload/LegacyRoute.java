package ai.myrecruiter.picasso.infra.payload;

import ai.myrecruiter.picasso.infra.environment.EnvironmentSettings;
import ai.myrecruiter.picasso.infra.environment.LogGroups;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.services.apigatewayv2.CfnApi;
import software.amazon.awscdk.services.apigatewayv2.CfnIntegration;
import software.amazon.awscdk.services.apigatewayv2.CfnRoute;
import software.amazon.awscdk.services.apigatewayv2.CfnStage;
import software.amazon.awscdk.services.lambda.CfnPermission;
import software.constructs.Construct;

/**
 * The route of clients that do not stream, which keeps working whatever becomes of the Function
 * URLs: API Gateway in front of alias {@code live} of the master function. Requests have the form
 * of those of a Function URL.
 */
final class LegacyRoute {
  private static final int REQUESTS_A_SECOND = 200;
  private static final int BURST = 400;

  /** What an access log line says: nothing that a client sent but the method. */
  private static final Map<String, String> LOGGED =
      Map.of(
          "requestId", "$context.requestId",
          "requestTime", "$context.requestTime",
          "httpMethod", "$context.httpMethod",
          "status", "$context.status",
          "integrationLatency", "$context.integrationLatency",
          "responseLength", "$context.responseLength");

  LegacyRoute(Construct scope, EnvironmentSettings settings, LogGroups logGroups, LiveAlias live) {
    var api =
        CfnApi.Builder.create(scope, "Legacy")
            .name(settings.named("legacy"))
            .description("The legacy route of the chat service of " + settings.name())
            .protocolType("HTTP")
            .corsConfiguration(cors(settings))
            .build();
    var integration =
        CfnIntegration.Builder.create(scope, "LegacyIntegration")
            .apiId(api.getRef())
            .integrationType("AWS_PROXY")
            .integrationUri(live.arn())
            .payloadFormatVersion("2.0")
            .timeoutInMillis(30_000)
            .build();
    CfnRoute.Builder.create(scope, "LegacyRoute")
        .apiId(api.getRef())
        .routeKey("$default")
        .authorizationType("NONE")
        .target("integrations/" + integration.getRef())
        .build();
    stage(scope, settings, logGroups, api);
    CfnPermission.Builder.create(scope, "LegacyRouteMayInvoke")
        .action("lambda:InvokeFunction")
        .functionName(live.arn())
        .principal("apigateway.amazonaws.com")
        .sourceArn(
            "arn:%s:execute-api:%s:%s:%s/*"
                .formatted(Aws.PARTITION, Aws.REGION, Aws.ACCOUNT_ID, api.getRef()))
        .build();
    CfnOutput.Builder.create(scope, "LegacyUrl")
        .description("The legacy route")
        .value(api.getAttrApiEndpoint())
        .build();
  }

  private static CfnApi.CorsProperty cors(EnvironmentSettings settings) {
    return CfnApi.CorsProperty.builder()
        .allowOrigins(PageAccess.origins(settings))
        .allowMethods(PageAccess.METHODS)
        .allowHeaders(PageAccess.HEADERS)
        .maxAge(PageAccess.MAX_AGE)
        .build();
  }

  private static void stage(
      Construct scope, EnvironmentSettings settings, LogGroups logGroups, CfnApi api) {
    var logs = logGroups.vended("LegacyLogs", "apigateway", settings.named("legacy"));
    CfnStage.Builder.create(scope, "LegacyStage")
        .apiId(api.getRef())
        .stageName("$default")
        .autoDeploy(true)
        .accessLogSettings(
            CfnStage.AccessLogSettingsProperty.builder()
                .destinationArn(logs.getLogGroupArn())
                .format(json())
                .build())
        .defaultRouteSettings(
            CfnStage.RouteSettingsProperty.builder()
                .throttlingRateLimit(REQUESTS_A_SECOND)
                .throttlingBurstLimit(BURST)
                .build())
        .build();
  }

  private static String json() {
    var text = new StringBuilder("{");
    new TreeMap<>(LOGGED)
        .forEach((name, value) ->
            text.append(text.length() == 1 ? "" : ",")
                .append("\"%s\":\"%s\"".formatted(name, value)));
    return text.append('}').toString();
  }
}

package ai.myrecruiter.picasso.infra.payload;

import ai.myrecruiter.picasso.infra.environment.EnvironmentSettings;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.services.lambda.CfnPermission;
import software.amazon.awscdk.services.lambda.CfnUrl;
import software.amazon.awscdk.services.lambda.Function;
import software.constructs.Construct;

/**
 * The Function URL on alias {@code live}, open to the internet because tokens are verified inside.
 * Only a URL on the alias follows its weights.
 */
final class PublicUrl {
  private final CfnUrl url;

  /**
   * The URL of one of several functions.
   *
   * @param prefix begins the logical ids, empty for the chat function
   * @param invokeMode {@code BUFFERED} or {@code RESPONSE_STREAM}
   */
  PublicUrl(
      Construct scope,
      Function function,
      LiveAlias live,
      EnvironmentSettings settings,
      String prefix,
      String invokeMode) {
    url =
        CfnUrl.Builder.create(scope, prefix + "Url")
            .targetFunctionArn(function.getFunctionName())
            .qualifier(LiveAlias.NAME)
            .authType("NONE")
            .invokeMode(invokeMode)
            .cors(cors(settings))
            .build();
    live.before(url);
    CfnPermission.Builder.create(scope, prefix + "AnyoneMayCallTheUrl")
        .action("lambda:InvokeFunctionUrl")
        .functionName(live.arn())
        .principal("*")
        .functionUrlAuthType("NONE")
        .build();
    CfnPermission.Builder.create(scope, prefix + "AnyoneMayInvokeByTheUrl")
        .action("lambda:InvokeFunction")
        .functionName(live.arn())
        .principal("*")
        .invokedViaFunctionUrl(true)
        .build();
    CfnOutput.Builder.create(
            scope,
            (prefix.isEmpty() ? "Chat" : prefix) + "Url" + (prefix.isEmpty() ? "" : "Output"))
        .description("Function URL of alias live of " + function.getNode().getId())
        .value(url.getAttrFunctionUrl())
        .build();
  }

  /** The address, known when it is deployed. */
  String address() {
    return url.getAttrFunctionUrl();
  }

  private static CfnUrl.CorsProperty cors(EnvironmentSettings settings) {
    return CfnUrl.CorsProperty.builder()
        .allowOrigins(PageAccess.origins(settings))
        .allowMethods(PageAccess.METHODS)
        .allowHeaders(PageAccess.HEADERS)
        .maxAge(PageAccess.MAX_AGE)
        .build();
  }
}

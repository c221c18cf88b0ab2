package ai.myrecruiter.picasso.infra.payload;

import ai.myrecruiter.picasso.infra.environment.EnvironmentSettings;
import java.util.List;
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
  PublicUrl(Construct scope, Function function, LiveAlias live, EnvironmentSettings settings) {
    var url =
        CfnUrl.Builder.create(scope, "Url")
            .targetFunctionArn(function.getFunctionName())
            .qualifier(LiveAlias.NAME)
            .authType("NONE")
            .cors(cors(settings))
            .build();
    live.before(url);
    CfnPermission.Builder.create(scope, "AnyoneMayCallTheUrl")
        .action("lambda:InvokeFunctionUrl")
        .functionName(live.arn())
        .principal("*")
        .functionUrlAuthType("NONE")
        .build();
    CfnPermission.Builder.create(scope, "AnyoneMayInvokeByTheUrl")
        .action("lambda:InvokeFunction")
        .functionName(live.arn())
        .principal("*")
        .invokedViaFunctionUrl(true)
        .build();
    CfnOutput.Builder.create(scope, "ChatUrl")
        .description("Function URL of alias live")
        .value(url.getAttrFunctionUrl())
        .build();
  }

  private static CfnUrl.CorsProperty cors(EnvironmentSettings settings) {
    return CfnUrl.CorsProperty.builder()
        .allowOrigins(List.of("https://" + settings.domain()))
        .allowMethods(List.of("GET", "POST"))
        .allowHeaders(List.of("authorization", "content-type", "x-jwt-token"))
        .maxAge(300)
        .build();
  }
}

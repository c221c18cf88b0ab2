package ai.myrecruiter.picasso.local.lambda;

import ai.myrecruiter.picasso.local.sdk.Fields;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.lambda.model.AliasConfiguration;
import software.amazon.awssdk.services.lambda.model.AliasRoutingConfiguration;
import software.amazon.awssdk.services.lambda.model.Architecture;
import software.amazon.awssdk.services.lambda.model.DeadLetterConfig;
import software.amazon.awssdk.services.lambda.model.EnvironmentResponse;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.LastUpdateStatus;
import software.amazon.awssdk.services.lambda.model.PackageType;
import software.amazon.awssdk.services.lambda.model.State;

/** Functions and aliases as the SDK shows them. */
final class SdkMapping {
  private SdkMapping() {}

  /** A version under the ARN of the qualifier it was asked by. */
  static FunctionConfiguration configuration(FunctionVersion version, Optional<String> qualifier) {
    var settings = version.settings();
    return FunctionConfiguration.builder()
        .functionName(settings.name())
        .functionArn(new FunctionName(settings.name(), qualifier).arn())
        .runtime(settings.runtime())
        .role(settings.role())
        .handler(settings.handler())
        .codeSize(version.code().size())
        .codeSha256(version.code().sha256())
        .description(settings.description())
        .timeout((int) settings.timeout().toSeconds())
        .memorySize(settings.memoryMb())
        .lastModified(version.lastModified().toString())
        .version(version.version())
        .revisionId(version.revisionId())
        .environment(EnvironmentResponse.builder().variables(settings.environment()).build())
        .deadLetterConfig(deadLetters(settings))
        .state(State.ACTIVE)
        .lastUpdateStatus(LastUpdateStatus.SUCCESSFUL)
        .packageType(PackageType.ZIP)
        .architectures(Architecture.X86_64)
        .build();
  }

  private static DeadLetterConfig deadLetters(FunctionSettings settings) {
    return DeadLetterConfig.builder().targetArn(settings.deadLetterTarget().orElse(null)).build();
  }

  /** The configuration as a response type with the same members. */
  static <B extends SdkPojo> B as(FunctionVersion version, Optional<String> qualifier, B builder) {
    return Fields.copy(configuration(version, qualifier), builder);
  }

  static AliasConfiguration alias(String function, Alias alias) {
    var builder =
        AliasConfiguration.builder()
            .aliasArn(new FunctionName(function, Optional.of(alias.name())).arn())
            .name(alias.name())
            .functionVersion(alias.target().version())
            .description(alias.description())
            .revisionId(alias.revisionId());
    var weights = alias.target().weights();
    if (!weights.isEmpty()) {
      builder.routingConfig(routing(weights));
    }
    return builder.build();
  }

  private static AliasRoutingConfiguration routing(Map<String, Double> weights) {
    return AliasRoutingConfiguration.builder().additionalVersionWeights(weights).build();
  }
}

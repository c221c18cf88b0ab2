package ai.myrecruiter.picasso.infra.payload;

import ai.myrecruiter.picasso.infra.artifact.Inputs;
import ai.myrecruiter.picasso.infra.environment.EnvironmentSettings;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.VersionOptions;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/**
 * The chat service that rollouts deploy. A deployment of this stack publishes a version of the
 * function and leaves the traffic where it is; see {@link LiveAlias}.
 */
public final class PayloadStack extends Stack {
  /** Adds the stack {@code picasso-<environment>-payload} to the app. */
  public PayloadStack(Construct app, EnvironmentSettings settings, Inputs inputs) {
    super(
        app,
        settings.named("payload"),
        StackProps.builder()
            .description("Picasso: the managed chat service of " + settings.name())
            .tags(Map.of("picasso:environment", settings.name()))
            .terminationProtection(settings.keepsData())
            .build());
    var logs = logGroup(settings);
    var chat =
        Function.Builder.create(this, "Chat")
            .functionName(settings.chatFunction())
            .description("Chat service of " + settings.name())
            .runtime(Runtime.JAVA_25)
            .architecture(Architecture.ARM_64)
            .handler("ai.myrecruiter.picasso.runtime.master.ChatHandler::handleRequest")
            .code(Code.fromAsset(inputs.runtimeJar().toString()))
            .memorySize(1024)
            .timeout(Duration.seconds(30))
            .role(role(settings, logs))
            .logGroup(logs)
            .environment(Map.of("PICASSO_ENVIRONMENT", settings.name()))
            .currentVersionOptions(
                VersionOptions.builder().removalPolicy(RemovalPolicy.RETAIN).build())
            .build();
    var live = new LiveAlias(this, chat);
    new PublicUrl(this, chat, live, settings);
    new ChatAlarms(this, settings);
  }

  private LogGroup logGroup(EnvironmentSettings settings) {
    return LogGroup.Builder.create(this, "ChatLogs")
        .logGroupName("/aws/lambda/" + settings.chatFunction())
        .retention(settings.logRetention())
        .removalPolicy(settings.keepsData() ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY)
        .build();
  }

  private Role role(EnvironmentSettings settings, LogGroup logs) {
    var writeLogs =
        PolicyStatement.Builder.create()
            .actions(List.of("logs:CreateLogStream", "logs:PutLogEvents"))
            .resources(List.of(logs.getLogGroupArn()))
            .build();
    var own = PolicyDocument.Builder.create().statements(List.of(writeLogs)).build();
    return Role.Builder.create(this, "ChatRole")
        .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
        .description("Chat service of " + settings.name())
        .inlinePolicies(Map.of("chat", own))
        .build();
  }
}

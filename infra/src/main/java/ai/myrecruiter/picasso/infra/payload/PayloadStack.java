package ai.myrecruiter.picasso.infra.payload;

import ai.myrecruiter.picasso.infra.artifact.Inputs;
import ai.myrecruiter.picasso.infra.environment.EnvironmentSettings;
import ai.myrecruiter.picasso.infra.environment.LogGroups;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.constructs.Construct;

/**
 * The chat service that rollouts deploy: the master function, which keeps the name {@code chat},
 * and the streaming function. A deployment of this stack publishes a version of each and leaves the
 * traffic where it is; see {@link LiveAlias}.
 */
public final class PayloadStack extends Stack {
  private static final String MASTER =
      "ai.myrecruiter.picasso.runtime.master.MasterHandler::handleRequest";
  private static final String STREAMING =
      "ai.myrecruiter.picasso.runtime.streaming.StreamingFunction";
  private static final String WRAPPER = "/var/task/bin/picasso-streaming";
  private static final String STREAMING_PREFIX = "Streaming";

  /** Adds the stack {@code picasso-<environment>-payload} to the app. */
  public PayloadStack(Construct app, EnvironmentSettings settings, Inputs inputs) {
    super(app, settings.named("payload"), settings.stack("the managed chat service"));
    var model = new Model(this, settings);
    var grants = new Grants(settings, model);
    var code = Code.fromAsset(inputs.runtimePackage().toString());
    var variables = variables(settings, model);
    var logs = new LogGroups(this, settings, "payload");
    var chat = chat(settings, logs, code, variables, grants);
    var streaming = streaming(settings, logs, code, variables, grants);
    var chatAlias = new LiveAlias(this, chat);
    new PublicUrl(this, chat, chatAlias, settings, "", "BUFFERED");
    new LegacyRoute(this, settings, logs, chatAlias);
    var streamingAlias = new LiveAlias(this, streaming, STREAMING_PREFIX);
    var streamingUrl =
        new PublicUrl(
            this, streaming, streamingAlias, settings, STREAMING_PREFIX, "RESPONSE_STREAM");
    chat.addEnvironment("PICASSO_STREAMING_URL", streamingUrl.address());
  }

  private Function chat(
      EnvironmentSettings settings,
      LogGroups logs,
      Code code,
      Map<String, String> variables,
      Grants grants) {
    var own = new TreeMap<>(variables);
    own.put("PICASSO_JWT_SIGNING_SECRET", settings.signingSecret());
    return new PayloadFunction(
            "Chat",
            settings.chatFunction(),
            MASTER,
            Duration.seconds(30),
            settings.config().concurrency().chat())
        .create(this, settings, logs, code, own, grants.master());
  }

  private Function streaming(
      EnvironmentSettings settings,
      LogGroups logs,
      Code code,
      Map<String, String> variables,
      Grants grants) {
    var own = new TreeMap<>(variables);
    own.put("AWS_LAMBDA_EXEC_WRAPPER", WRAPPER);
    own.put("PICASSO_JWT_VERIFICATION_SECRET", settings.verificationSecret());
    return new PayloadFunction(
            STREAMING_PREFIX,
            settings.streamingFunction(),
            STREAMING,
            Duration.seconds(120),
            settings.config().concurrency().streaming())
        .create(this, settings, logs, code, own, grants.streaming());
  }

  private static Map<String, String> variables(EnvironmentSettings settings, Model model) {
    var variables = new TreeMap<>(PayloadNames.variables(settings));
    variables.putAll(model.variables());
    variables.put("PICASSO_ENVIRONMENT", settings.name());
    variables.put(
        "PICASSO_SHARED_HOSTS",
        "%s,.lambda-url.%s.on.aws,.execute-api.%s.amazonaws.com"
            .formatted(settings.domain(), Aws.REGION, Aws.REGION));
    return variables;
  }
}

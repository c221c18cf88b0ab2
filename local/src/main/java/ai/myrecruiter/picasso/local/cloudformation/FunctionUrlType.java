package ai.myrecruiter.picasso.local.cloudformation;

import ai.myrecruiter.picasso.local.functionurl.Cors;
import ai.myrecruiter.picasso.local.functionurl.InvokeMode;
import ai.myrecruiter.picasso.local.lambda.LambdaService;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Function URLs of the stage: open to anyone, on an alias, so that they follow its weights. */
final class FunctionUrlType {
  private final LambdaService lambda;
  private final UrlOpener urls;

  FunctionUrlType(LambdaService lambda, UrlOpener urls) {
    this.lambda = lambda;
    this.urls = urls;
  }

  StagedType type() {
    return new StagedType(
            "AWS::Lambda::Url",
            PropertyRules.effective(
                "AuthType",
                "Cors.AllowHeaders",
                "Cors.AllowMethods",
                "Cors.AllowOrigins",
                "Cors.ExposeHeaders",
                "Cors.MaxAge",
                "InvokeMode",
                "Qualifier",
                "TargetFunctionArn"),
            Set.of("FunctionArn", "FunctionUrl"),
            this::create)
        .with(this::change, this::delete);
  }

  private Created create(ResourceRequest request) {
    if (!request.text("AuthType").equals("NONE")) {
      throw new IllegalArgumentException(
          "AuthType %s: the stage signs no requests; use NONE".formatted(request.text("AuthType")));
    }
    var alias = request.text("Qualifier");
    if (alias.isEmpty()) {
      throw new IllegalArgumentException(
          "a URL without Qualifier would bypass the alias and its weights; name the alias");
    }
    var function = LambdaTypes.nameOf(request.text("TargetFunctionArn"));
    var url =
        urls.open(function + ":" + alias, cors(request.properties().path("Cors")), mode(request));
    lambda.registerUrl(function, Optional.of(alias), url);
    var arn = request.account().arn("lambda", "function:" + function + ":" + alias);
    return new Created(arn, Map.of("FunctionArn", arn, "FunctionUrl", url.toString()));
  }

  /** A URL keeps its address on AWS; here the old one is closed and another opened. */
  private Created change(ResourceRequest request, Created existing) {
    delete(request, existing);
    var made = create(request);
    return new Created(existing.physicalId(), made.attributes());
  }

  private void delete(ResourceRequest request, Created existing) {
    urls.close(URI.create(existing.attributes().getOrDefault("FunctionUrl", "")));
    lambda.forgetUrl(
        LambdaTypes.nameOf(request.text("TargetFunctionArn")), request.text("Qualifier"));
  }

  private static InvokeMode mode(ResourceRequest request) {
    var mode = request.text("InvokeMode");
    return switch (mode) {
      case "", "BUFFERED" -> InvokeMode.BUFFERED;
      case "RESPONSE_STREAM" -> InvokeMode.RESPONSE_STREAM;
      default ->
          throw new IllegalArgumentException(
              "InvokeMode %s: a URL buffers or streams; use BUFFERED or RESPONSE_STREAM"
                  .formatted(mode));
    };
  }

  private static Cors cors(JsonNode cors) {
    return new Cors(
        texts(cors.path("AllowOrigins")),
        texts(cors.path("AllowMethods")),
        texts(cors.path("AllowHeaders")),
        texts(cors.path("ExposeHeaders")),
        cors.path("MaxAge").asInt());
  }

  private static List<String> texts(JsonNode items) {
    return items.valueStream().map(JsonNode::asText).toList();
  }
}

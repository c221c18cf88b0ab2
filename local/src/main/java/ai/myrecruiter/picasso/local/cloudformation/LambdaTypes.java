package ai.myrecruiter.picasso.local.cloudformation;

import ai.myrecruiter.picasso.local.lambda.FunctionSettings;
import ai.myrecruiter.picasso.local.lambda.LambdaService;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Functions, versions and aliases of the stage's Lambda. */
final class LambdaTypes {
  /** Classes below this package run with the stage's ports; others run from their own jar. */
  private static final String PRODUCT = "ai.myrecruiter.picasso.tasks.";

  private final LambdaService lambda;

  LambdaTypes(LambdaService lambda) {
    this.lambda = lambda;
  }

  List<StagedType> all() {
    return List.of(
        new StagedType(
                "AWS::Lambda::Function",
                PropertyRules.effective(
                        "Code.S3Bucket",
                        "Code.S3Key",
                        "Description",
                        "Environment.Variables",
                        "FunctionName",
                        "Handler",
                        "MemorySize",
                        "Role",
                        "Runtime",
                        "Timeout")
                    .withoutEffect("Architectures", "the stage's machine has one architecture")
                    .withoutEffect("LoggingConfig", "log lines go to the stage's own log")
                    .withoutEffect(
                        "ReservedConcurrentExecutions",
                        "the stage's traffic stays below it; a kill switch is set by the call")
                    .withoutEffect("SnapStart.ApplyOn", "an environment starts in no time here"),
                Set.of("Arn"),
                this::function)
            .with(
                this::changeFunction, (request, existing) -> lambda.delete(existing.physicalId())),
        new StagedType(
                "AWS::Lambda::Version",
                PropertyRules.effective("Description", "FunctionName"),
                Set.of("FunctionArn", "Version"),
                this::version)
            .with(Lifecycle.FIXED.change(), (request, it) -> lambda.delete(it.physicalId())),
        new StagedType(
                "AWS::Lambda::Alias",
                PropertyRules.effective("Description", "FunctionName", "FunctionVersion", "Name"),
                Set.of("AliasArn"),
                this::alias)
            .with(
                this::moveAlias,
                (request, existing) ->
                    lambda.deleteAlias(
                        nameOf(request.text("FunctionName")), request.text("Name"))));
  }

  /** Code is uploaded anew when the template names another file; versions stay as they are. */
  private Created changeFunction(ResourceRequest request, Created existing) {
    var settings = settings(request);
    if (settings.handler().startsWith(PRODUCT)) {
      requireClass(settings.handler());
    } else {
      lambda.updateCode(settings.name(), request.code());
    }
    lambda.updateSettings(settings);
    return existing;
  }

  /** Writes the version only: weights and description are the rollout's. */
  private Created moveAlias(ResourceRequest request, Created existing) {
    lambda.moveAlias(
        nameOf(request.text("FunctionName")),
        request.text("Name"),
        request.text("FunctionVersion"));
    return existing;
  }

  private Created function(ResourceRequest request) {
    var settings = settings(request);
    if (settings.handler().startsWith(PRODUCT)) {
      requireClass(settings.handler());
      lambda.createProduct(settings);
    } else {
      lambda.createPackaged(settings, request.code());
    }
    var arn = request.account().arn("lambda", "function:" + settings.name());
    return new Created(settings.name(), Map.of("Arn", arn));
  }

  private static FunctionSettings settings(ResourceRequest request) {
    var properties = request.properties();
    var variables = new HashMap<String, String>();
    for (var variable : properties.path("Environment").path("Variables").properties()) {
      variables.put(variable.getKey(), variable.getValue().asText());
    }
    return new FunctionSettings(
        request.name("FunctionName"),
        request.text("Handler"),
        request.text("Runtime"),
        request.text("Role"),
        request.text("Description"),
        variables,
        Duration.ofSeconds(properties.path("Timeout").asInt(3)),
        properties.path("MemorySize").asInt(128),
        Optional.empty());
  }

  /** Without this a handler's wrong name would show at its first invocation only. */
  private static void requireClass(String handler) {
    var name = handler.replaceFirst("::.*", "");
    try {
      Class.forName(name, false, LambdaTypes.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException(
          "handler %s: no such class in module tasks; correct TaskList in infra or write the class"
              .formatted(name),
          e);
    }
  }

  private Created version(ResourceRequest request) {
    var function = nameOf(request.text("FunctionName"));
    var version = lambda.publishVersion(function, request.text("Description"));
    var arn = request.account().arn("lambda", "function:" + function + ":" + version);
    return new Created(arn, Map.of("FunctionArn", arn, "Version", version));
  }

  private Created alias(ResourceRequest request) {
    var function = nameOf(request.text("FunctionName"));
    var alias = request.text("Name");
    lambda.createAlias(
        function, alias, request.text("FunctionVersion"), request.text("Description"));
    var arn = request.account().arn("lambda", "function:" + function + ":" + alias);
    return new Created(arn, Map.of("AliasArn", arn));
  }

  /** The name in a function's name or ARN. */
  static String nameOf(String nameOrArn) {
    return nameOrArn.replaceFirst("^arn:.*:function:", "");
  }
}

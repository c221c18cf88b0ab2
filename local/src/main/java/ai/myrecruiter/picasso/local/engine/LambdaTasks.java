package ai.myrecruiter.picasso.local.engine;

import ai.myrecruiter.picasso.local.engine.data.Json;
import ai.myrecruiter.picasso.local.engine.task.TaskCall;
import ai.myrecruiter.picasso.local.engine.task.TaskFailure;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** Tasks that invoke a function, by its ARN or through the integration {@code lambda:invoke}. */
record LambdaTasks(LambdaPort lambda) {
  private static final String UNKNOWN = "Lambda.Unknown";

  /** By ARN: the result is what the function returned. */
  TaskCall plain(String arn, JsonNode input) {
    return TaskCall.answering(call(arn, input).thenApply(LambdaTasks::payload));
  }

  /** Through the integration: the result is an envelope around what the function returned. */
  TaskCall invoke(JsonNode parameters) {
    var name = parameters.path("FunctionName").asText();
    if (name.isEmpty()) {
      return refused(
          "Lambda.ValidationException", "The parameter FunctionName is missing or empty");
    }
    var type = parameters.path("InvocationType").asText("RequestResponse");
    if (!type.equals("RequestResponse")) {
      return refused(
          "Lambda.InvalidParameterValueException",
          "The InvocationType '" + type + "' is not run by the stage; use RequestResponse");
    }
    var qualifier = parameters.path("Qualifier").asText();
    var function = qualifier.isEmpty() ? name : name + ":" + qualifier;
    var payload = parameters.has("Payload") ? parameters.path("Payload") : Json.object();
    return TaskCall.answering(call(function, payload).thenApply(LambdaTasks::envelope));
  }

  private static TaskCall refused(String error, String cause) {
    return TaskCall.answering(CompletableFuture.failedStage(new TaskFailure(error, cause)));
  }

  private CompletionStage<LambdaAnswer> call(String function, JsonNode payload) {
    return invocation(function, Json.write(payload).getBytes(StandardCharsets.UTF_8))
        .handle((answer, problem) -> {
          if (problem != null) {
            throw failure(problem);
          }
          if (answer.functionError().isPresent()) {
            throw functionError(answer);
          }
          return answer;
        });
  }

  private CompletionStage<LambdaAnswer> invocation(String function, byte[] payload) {
    try {
      return lambda.invoke(function, payload);
    } catch (LambdaFailure refusal) {
      return CompletableFuture.failedStage(refusal);
    }
  }

  private static TaskFailure failure(Throwable problem) {
    var root =
        problem instanceof CompletionException e && e.getCause() != null ? e.getCause() : problem;
    return root instanceof LambdaFailure refusal
        ? new TaskFailure(refusal.errorCode(), refusal.explanation())
        : new TaskFailure(UNKNOWN, String.valueOf(root));
  }

  /** The error's name is the errorType of the function; the cause is all it said. */
  private static TaskFailure functionError(LambdaAnswer answer) {
    var text = new String(answer.payload(), StandardCharsets.UTF_8);
    try {
      var type = Json.parse(text).path("errorType").asText();
      return type.isEmpty() ? untyped(text) : new TaskFailure(type, text);
    } catch (Json.InvalidJson e) {
      return untyped(text);
    }
  }

  private static TaskFailure untyped(String payload) {
    return new TaskFailure(
        UNKNOWN,
        "The cause could not be determined because Lambda did not return an error type. Returned"
            + " payload: "
            + payload);
  }

  private static JsonNode payload(LambdaAnswer answer) {
    var text = new String(answer.payload(), StandardCharsets.UTF_8);
    try {
      return Json.parse(text.isEmpty() ? "null" : text);
    } catch (Json.InvalidJson e) {
      throw new TaskFailure(UNKNOWN, "The function's answer is not JSON: " + e.problem());
    }
  }

  private static JsonNode envelope(LambdaAnswer answer) {
    var envelope = Json.object();
    envelope.put("ExecutedVersion", answer.executedVersion());
    envelope.set("Payload", payload(answer));
    envelope.putObject("SdkHttpMetadata").put("HttpStatusCode", answer.statusCode());
    envelope.putObject("SdkResponseMetadata").put("RequestId", answer.requestId());
    envelope.put("StatusCode", answer.statusCode());
    return envelope;
  }
}

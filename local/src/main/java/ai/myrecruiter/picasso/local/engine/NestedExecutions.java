package ai.myrecruiter.picasso.local.engine;

import ai.myrecruiter.picasso.local.engine.asl.Resource.Pattern;
import ai.myrecruiter.picasso.local.engine.asl.WorkflowType;
import ai.myrecruiter.picasso.local.engine.data.Json;
import ai.myrecruiter.picasso.local.engine.data.RandomIds;
import ai.myrecruiter.picasso.local.engine.task.TaskCall;
import ai.myrecruiter.picasso.local.engine.task.TaskFailure;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Tasks that start an execution of another state machine, and may wait for it. */
record NestedExecutions(StepFunctions stepFunctions) {
  TaskCall start(JsonNode parameters, Pattern pattern) {
    try {
      var name = Optional.of(parameters.path("Name").asText()).filter(text -> !text.isEmpty());
      var machine = parameters.path("StateMachineArn").asText();
      if (pattern == Pattern.SYNC || pattern == Pattern.SYNC_2) {
        stepFunctions.machines().require(WorkflowType.STANDARD, machine);
      }
      var execution = stepFunctions.startExecution(machine, name, input(parameters.path("Input")));
      var answer = CompletableFuture.completedStage(started(execution));
      return switch (pattern) {
        case REQUEST_RESPONSE, WAIT_FOR_TASK_TOKEN -> TaskCall.answering(answer);
        case SYNC -> waiting(answer, execution, false);
        case SYNC_2 -> waiting(answer, execution, true);
      };
    } catch (StepFunctionsException refusal) {
      return TaskCall.answering(CompletableFuture.failedStage(failure(refusal, pattern)));
    }
  }

  private static String input(JsonNode input) {
    if (input.isMissingNode() || input.isNull()) {
      return "{}";
    }
    return input.isTextual() ? input.textValue() : Json.write(input);
  }

  private JsonNode started(Execution execution) {
    var requestId = RandomIds.uuid(stepFunctions.loop().random());
    var json = Json.object();
    json.put("ExecutionArn", execution.arn());
    json.putObject("SdkHttpMetadata").put("HttpStatusCode", 200);
    json.putObject("SdkResponseMetadata").put("RequestId", requestId);
    json.put("StartDate", execution.startDate().toEpochMilli());
    return json;
  }

  private TaskCall waiting(CompletionStage<JsonNode> answer, Execution execution, boolean parsed) {
    var completion = stepFunctions.whenOver(execution.arn()).thenApply(end -> result(end, parsed));
    return new TaskCall(answer, Optional.of(completion), () -> stop(execution));
  }

  private static JsonNode result(Execution end, boolean parsed) {
    if (end.status() != ExecutionStatus.SUCCEEDED) {
      throw new TaskFailure("States.TaskFailed", Json.write(LiveExecution.describe(end, false)));
    }
    return LiveExecution.describe(end, parsed);
  }

  private void stop(Execution execution) {
    stepFunctions.stopExecution(
        execution.arn(), Optional.empty(), Optional.of("The execution that waited for it ended."));
  }

  /** A refusal fails the task; one that waits for more had not yet handed its job over. */
  private TaskFailure failure(StepFunctionsException refusal, Pattern pattern) {
    return new TaskFailure(
        "StepFunctions." + refusal.code().title() + "Exception",
        "%s (Service: AWSStepFunctions; Status Code: 400; Error Code: %s; Request ID: %s; Proxy: null)"
            .formatted(
                refusal.explanation(),
                refusal.code().title(),
                RandomIds.uuid(stepFunctions.loop().random())),
        pattern == Pattern.REQUEST_RESPONSE ? TaskFailure.Stage.WORK : TaskFailure.Stage.SUBMIT);
  }
}

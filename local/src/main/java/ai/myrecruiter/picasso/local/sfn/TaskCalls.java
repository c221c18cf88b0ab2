package ai.myrecruiter.picasso.local.sfn;

import ai.myrecruiter.picasso.local.engine.StepFunctions;
import java.util.Optional;
import software.amazon.awssdk.services.sfn.model.SendTaskFailureRequest;
import software.amazon.awssdk.services.sfn.model.SendTaskFailureResponse;
import software.amazon.awssdk.services.sfn.model.SendTaskHeartbeatRequest;
import software.amazon.awssdk.services.sfn.model.SendTaskHeartbeatResponse;
import software.amazon.awssdk.services.sfn.model.SendTaskSuccessRequest;
import software.amazon.awssdk.services.sfn.model.SendTaskSuccessResponse;

/** The calls of those who hold the token of a task. */
final class TaskCalls {
  private final Calls calls;
  private final StepFunctions core;

  TaskCalls(Calls calls) {
    this.calls = calls;
    this.core = calls.core();
  }

  public SendTaskSuccessResponse sendTaskSuccess(SendTaskSuccessRequest request) {
    return calls.answer(
        request,
        () -> {
          core.sendTaskSuccess(request.taskToken(), request.output());
          return SendTaskSuccessResponse.builder().build();
        },
        "taskToken",
        "output");
  }

  public SendTaskFailureResponse sendTaskFailure(SendTaskFailureRequest request) {
    return calls.answer(
        request,
        () -> {
          core.sendTaskFailure(
              request.taskToken(),
              Optional.ofNullable(request.error()),
              Optional.ofNullable(request.cause()));
          return SendTaskFailureResponse.builder().build();
        },
        "taskToken");
  }

  public SendTaskHeartbeatResponse sendTaskHeartbeat(SendTaskHeartbeatRequest request) {
    return calls.answer(
        request,
        () -> {
          core.sendTaskHeartbeat(request.taskToken());
          return SendTaskHeartbeatResponse.builder().build();
        },
        "taskToken");
  }
}

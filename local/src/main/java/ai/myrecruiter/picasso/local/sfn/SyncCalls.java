package ai.myrecruiter.picasso.local.sfn;

import ai.myrecruiter.picasso.local.engine.Execution;
import ai.myrecruiter.picasso.local.engine.StepFunctions;
import ai.myrecruiter.picasso.local.engine.asl.WorkflowType;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.services.sfn.model.BillingDetails;
import software.amazon.awssdk.services.sfn.model.CloudWatchEventsExecutionDataDetails;
import software.amazon.awssdk.services.sfn.model.IncludedData;
import software.amazon.awssdk.services.sfn.model.StartSyncExecutionRequest;
import software.amazon.awssdk.services.sfn.model.StartSyncExecutionResponse;

/** The call that starts an Express execution and waits for its end. */
final class SyncCalls {
  private static final CloudWatchEventsExecutionDataDetails INCLUDED =
      CloudWatchEventsExecutionDataDetails.builder().included(true).build();
  private static final long BILLED_STEP_MILLIS = 100;

  /** The least that the service bills; the stage does not measure memory. */
  private static final long BILLED_MEGABYTES = 64;

  private final Calls calls;
  private final StepFunctions core;

  SyncCalls(Calls calls) {
    this.calls = calls;
    this.core = calls.core();
  }

  public StartSyncExecutionResponse startSyncExecution(StartSyncExecutionRequest request) {
    var end =
        calls.await(
            request,
            () -> {
              core.machines().require(WorkflowType.EXPRESS, request.stateMachineArn());
              var execution =
                  core.startExecution(
                      request.stateMachineArn(),
                      Optional.ofNullable(request.name()),
                      Optional.ofNullable(request.input()).orElse("{}"));
              return core.whenOver(execution.arn());
            },
            "stateMachineArn");
    return answer(end, request.includedData() != IncludedData.METADATA_ONLY)
        .traceHeader(request.traceHeader())
        .build();
  }

  private static StartSyncExecutionResponse.Builder answer(Execution end, boolean withData) {
    var stop = end.stopDate().orElseThrow();
    var answer =
        StartSyncExecutionResponse.builder()
            .executionArn(end.arn())
            .stateMachineArn(end.stateMachineArn())
            .name(end.name())
            .status(end.status().name())
            .startDate(end.startDate())
            .stopDate(stop)
            .error(end.error().orElse(null))
            .cause(end.cause().orElse(null))
            .billingDetails(billed(Duration.between(end.startDate(), stop)));
    if (withData) {
      answer.input(end.input()).inputDetails(INCLUDED);
      end.output().ifPresent(output -> answer.output(output).outputDetails(INCLUDED));
    }
    return answer;
  }

  private static BillingDetails billed(Duration took) {
    long steps = Math.ceilDiv(took.toMillis(), BILLED_STEP_MILLIS);
    return BillingDetails.builder()
        .billedDurationInMilliseconds(steps * BILLED_STEP_MILLIS)
        .billedMemoryUsedInMB(BILLED_MEGABYTES)
        .build();
  }
}

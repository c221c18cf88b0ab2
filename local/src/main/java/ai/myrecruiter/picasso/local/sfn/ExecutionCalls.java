package ai.myrecruiter.picasso.local.sfn;

import ai.myrecruiter.picasso.local.engine.Execution;
import ai.myrecruiter.picasso.local.engine.StepFunctions;
import ai.myrecruiter.picasso.local.engine.StepFunctionsException;
import ai.myrecruiter.picasso.local.engine.StepFunctionsException.Code;
import ai.myrecruiter.picasso.local.engine.history.HistoryEvent;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionRequest;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionRedriveFilter;
import software.amazon.awssdk.services.sfn.model.GetExecutionHistoryRequest;
import software.amazon.awssdk.services.sfn.model.GetExecutionHistoryResponse;
import software.amazon.awssdk.services.sfn.model.IncludedData;
import software.amazon.awssdk.services.sfn.model.ListExecutionsRequest;
import software.amazon.awssdk.services.sfn.model.ListExecutionsResponse;
import software.amazon.awssdk.services.sfn.model.StartExecutionRequest;
import software.amazon.awssdk.services.sfn.model.StartExecutionResponse;
import software.amazon.awssdk.services.sfn.model.StopExecutionRequest;
import software.amazon.awssdk.services.sfn.model.StopExecutionResponse;

/** The calls that start, stop and show executions. */
final class ExecutionCalls {
  private final Calls calls;
  private final StepFunctions core;

  ExecutionCalls(Calls calls) {
    this.calls = calls;
    this.core = calls.core();
  }

  public StartExecutionResponse startExecution(StartExecutionRequest request) {
    return calls.answer(
        request,
        () -> {
          var execution =
              core.startExecution(
                  request.stateMachineArn(),
                  Optional.ofNullable(request.name()),
                  Optional.ofNullable(request.input()).orElse("{}"));
          return StartExecutionResponse.builder()
              .executionArn(execution.arn())
              .startDate(execution.startDate())
              .build();
        },
        "stateMachineArn");
  }

  public StopExecutionResponse stopExecution(StopExecutionRequest request) {
    return calls.answer(
        request,
        () -> {
          var execution =
              core.stopExecution(
                  request.executionArn(),
                  Optional.ofNullable(request.error()),
                  Optional.ofNullable(request.cause()));
          return StopExecutionResponse.builder()
              .stopDate(execution.stopDate().orElse(null))
              .build();
        },
        "executionArn");
  }

  public DescribeExecutionResponse describeExecution(DescribeExecutionRequest request) {
    return calls.answer(
        request,
        () ->
            Answers.execution(
                core.execution(request.executionArn()),
                request.includedData() != IncludedData.METADATA_ONLY),
        "executionArn");
  }

  public ListExecutionsResponse listExecutions(ListExecutionsRequest request) {
    return calls.answer(
        request,
        () -> {
          var page =
              Page.of(
                  core.executions(listed(request)).stream()
                      .filter(execution -> isAskedFor(execution, request))
                      .toList(),
                  Execution::arn,
                  request.maxResults(),
                  request.nextToken());
          return ListExecutionsResponse.builder()
              .executions(page.items().stream().map(Answers::executionItem).toList())
              .nextToken(page.next().orElse(null))
              .build();
        });
  }

  private static String listed(ListExecutionsRequest request) {
    if (request.stateMachineArn() == null || request.mapRunArn() != null) {
      throw new StepFunctionsException(
          Code.VALIDATION, "Give stateMachineArn, and no mapRunArn: the stage has no Map Runs");
    }
    return request.stateMachineArn();
  }

  /** Nothing is ever redriven on the stage. */
  private static boolean isAskedFor(Execution execution, ListExecutionsRequest request) {
    var status = request.statusFilterAsString();
    return request.redriveFilter() != ExecutionRedriveFilter.REDRIVEN
        && (status == null || status.equals(execution.status().name()));
  }

  public GetExecutionHistoryResponse getExecutionHistory(GetExecutionHistoryRequest request) {
    return calls.answer(
        request,
        () -> {
          List<HistoryEvent> events = core.history(request.executionArn());
          boolean reverse = Boolean.TRUE.equals(request.reverseOrder());
          boolean withData = !Boolean.FALSE.equals(request.includeExecutionData());
          var page =
              Page.of(
                  reverse ? events.reversed() : events,
                  event -> String.valueOf(event.id()),
                  request.maxResults(),
                  request.nextToken());
          return GetExecutionHistoryResponse.builder()
              .events(page.items().stream().map(new Events(withData)::toSdk).toList())
              .nextToken(page.next().orElse(null))
              .build();
        },
        "executionArn");
  }
}

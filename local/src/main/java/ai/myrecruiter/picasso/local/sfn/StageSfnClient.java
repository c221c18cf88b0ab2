package ai.myrecruiter.picasso.local.sfn;

import static ai.myrecruiter.picasso.local.sfn.Required.required;

import ai.myrecruiter.picasso.local.engine.Execution;
import ai.myrecruiter.picasso.local.engine.StepFunctions;
import ai.myrecruiter.picasso.local.engine.StepFunctionsException;
import ai.myrecruiter.picasso.local.engine.StepFunctionsException.Code;
import ai.myrecruiter.picasso.local.engine.asl.Definition;
import ai.myrecruiter.picasso.local.engine.history.HistoryEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.CreateStateMachineRequest;
import software.amazon.awssdk.services.sfn.model.CreateStateMachineResponse;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionRequest;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.DescribeStateMachineForExecutionRequest;
import software.amazon.awssdk.services.sfn.model.DescribeStateMachineForExecutionResponse;
import software.amazon.awssdk.services.sfn.model.DescribeStateMachineRequest;
import software.amazon.awssdk.services.sfn.model.DescribeStateMachineResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionRedriveFilter;
import software.amazon.awssdk.services.sfn.model.GetExecutionHistoryRequest;
import software.amazon.awssdk.services.sfn.model.GetExecutionHistoryResponse;
import software.amazon.awssdk.services.sfn.model.IncludedData;
import software.amazon.awssdk.services.sfn.model.ListExecutionsRequest;
import software.amazon.awssdk.services.sfn.model.ListExecutionsResponse;
import software.amazon.awssdk.services.sfn.model.ListStateMachinesRequest;
import software.amazon.awssdk.services.sfn.model.ListStateMachinesResponse;
import software.amazon.awssdk.services.sfn.model.SendTaskFailureRequest;
import software.amazon.awssdk.services.sfn.model.SendTaskFailureResponse;
import software.amazon.awssdk.services.sfn.model.SendTaskHeartbeatRequest;
import software.amazon.awssdk.services.sfn.model.SendTaskHeartbeatResponse;
import software.amazon.awssdk.services.sfn.model.SendTaskSuccessRequest;
import software.amazon.awssdk.services.sfn.model.SendTaskSuccessResponse;
import software.amazon.awssdk.services.sfn.model.StartExecutionRequest;
import software.amazon.awssdk.services.sfn.model.StartExecutionResponse;
import software.amazon.awssdk.services.sfn.model.StateMachineType;
import software.amazon.awssdk.services.sfn.model.StopExecutionRequest;
import software.amazon.awssdk.services.sfn.model.StopExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ValidateStateMachineDefinitionRequest;
import software.amazon.awssdk.services.sfn.model.ValidateStateMachineDefinitionResponse;

/**
 * The Step Functions of the stage as the AWS SDK client, without HTTP; usable from any thread. It
 * has the calls that the product makes; any other throws {@link UnsupportedOperationException}.
 * Refused calls throw what the real client throws.
 */
public final class StageSfnClient implements SfnClient {
  private final StepFunctions core;

  /** A client of the stage's Step Functions. */
  public StageSfnClient(StepFunctions core) {
    this.core = core;
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  /** Nothing to close: the stage lives on. */
  @Override
  public void close() {}

  @Override
  public CreateStateMachineResponse createStateMachine(CreateStateMachineRequest request) {
    return onLoop(() -> {
      if (request.type() == StateMachineType.EXPRESS) {
        throw new StepFunctionsException(
            Code.STATE_MACHINE_TYPE_NOT_SUPPORTED,
            "State Machine Type Not Supported: the stage runs STANDARD workflows, not EXPRESS");
      }
      var machine =
          core.createStateMachine(
              required(request.name(), "name"),
              required(request.definition(), "definition"),
              required(request.roleArn(), "roleArn"));
      return CreateStateMachineResponse.builder()
          .stateMachineArn(machine.arn())
          .creationDate(machine.creationDate())
          .build();
    });
  }

  @Override
  public ValidateStateMachineDefinitionResponse validateStateMachineDefinition(
      ValidateStateMachineDefinitionRequest request) {
    return onLoop(
        () -> Answers.validation(Definition.check(required(request.definition(), "definition"))));
  }

  @Override
  public DescribeStateMachineResponse describeStateMachine(DescribeStateMachineRequest request) {
    return onLoop(() ->
        Answers.stateMachine(
            core.stateMachine(required(request.stateMachineArn(), "stateMachineArn"))));
  }

  @Override
  public DescribeStateMachineForExecutionResponse describeStateMachineForExecution(
      DescribeStateMachineForExecutionRequest request) {
    return onLoop(() ->
        Answers.stateMachineOfExecution(
            core.stateMachineOf(required(request.executionArn(), "executionArn"))));
  }

  @Override
  public ListStateMachinesResponse listStateMachines(ListStateMachinesRequest request) {
    return onLoop(() -> {
      var page =
          Page.of(core.stateMachines(), m -> m.arn(), request.maxResults(), request.nextToken());
      return ListStateMachinesResponse.builder()
          .stateMachines(page.items().stream().map(Answers::stateMachineItem).toList())
          .nextToken(page.next().orElse(null))
          .build();
    });
  }

  @Override
  public StartExecutionResponse startExecution(StartExecutionRequest request) {
    return onLoop(() -> {
      var execution =
          core.startExecution(
              required(request.stateMachineArn(), "stateMachineArn"),
              Optional.ofNullable(request.name()),
              Optional.ofNullable(request.input()).orElse("{}"));
      return StartExecutionResponse.builder()
          .executionArn(execution.arn())
          .startDate(execution.startDate())
          .build();
    });
  }

  @Override
  public StopExecutionResponse stopExecution(StopExecutionRequest request) {
    return onLoop(() -> {
      var execution =
          core.stopExecution(
              required(request.executionArn(), "executionArn"),
              Optional.ofNullable(request.error()),
              Optional.ofNullable(request.cause()));
      return StopExecutionResponse.builder().stopDate(execution.stopDate().orElse(null)).build();
    });
  }

  @Override
  public DescribeExecutionResponse describeExecution(DescribeExecutionRequest request) {
    return onLoop(() ->
        Answers.execution(
            core.execution(required(request.executionArn(), "executionArn")),
            request.includedData() != IncludedData.METADATA_ONLY));
  }

  @Override
  public ListExecutionsResponse listExecutions(ListExecutionsRequest request) {
    return onLoop(() -> {
      var page =
          Page.of(
              core.executions(required(request.stateMachineArn(), "stateMachineArn")).stream()
                  .filter(execution -> isAskedFor(execution, request))
                  .toList(),
              execution -> execution.arn(),
              request.maxResults(),
              request.nextToken());
      return ListExecutionsResponse.builder()
          .executions(page.items().stream().map(Answers::executionItem).toList())
          .nextToken(page.next().orElse(null))
          .build();
    });
  }

  /** Nothing is ever redriven on the stage. */
  private static boolean isAskedFor(Execution execution, ListExecutionsRequest request) {
    var status = request.statusFilterAsString();
    return request.redriveFilter() != ExecutionRedriveFilter.REDRIVEN
        && (status == null || status.equals(execution.status().name()));
  }

  @Override
  public GetExecutionHistoryResponse getExecutionHistory(GetExecutionHistoryRequest request) {
    return onLoop(() -> {
      List<HistoryEvent> events = core.history(required(request.executionArn(), "executionArn"));
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
    });
  }

  @Override
  public SendTaskSuccessResponse sendTaskSuccess(SendTaskSuccessRequest request) {
    return onLoop(() -> {
      core.sendTaskSuccess(
          required(request.taskToken(), "taskToken"), required(request.output(), "output"));
      return SendTaskSuccessResponse.builder().build();
    });
  }

  @Override
  public SendTaskFailureResponse sendTaskFailure(SendTaskFailureRequest request) {
    return onLoop(() -> {
      core.sendTaskFailure(
          required(request.taskToken(), "taskToken"),
          Optional.ofNullable(request.error()),
          Optional.ofNullable(request.cause()));
      return SendTaskFailureResponse.builder().build();
    });
  }

  @Override
  public SendTaskHeartbeatResponse sendTaskHeartbeat(SendTaskHeartbeatRequest request) {
    return onLoop(() -> {
      core.sendTaskHeartbeat(required(request.taskToken(), "taskToken"));
      return SendTaskHeartbeatResponse.builder().build();
    });
  }

  private <T> T onLoop(Supplier<T> action) {
    try {
      return core.loop().call(action);
    } catch (StepFunctionsException refusal) {
      throw Errors.toSdk(refusal);
    }
  }
}

package ai.myrecruiter.picasso.local.sfn;

import ai.myrecruiter.picasso.local.engine.MachineVersion;
import ai.myrecruiter.picasso.local.engine.StateMachine;
import ai.myrecruiter.picasso.local.engine.StepFunctions;
import ai.myrecruiter.picasso.local.engine.StepFunctionsException;
import ai.myrecruiter.picasso.local.engine.StepFunctionsException.Code;
import ai.myrecruiter.picasso.local.engine.asl.WorkflowType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sfn.model.CreateStateMachineRequest;
import software.amazon.awssdk.services.sfn.model.CreateStateMachineResponse;
import software.amazon.awssdk.services.sfn.model.DeleteStateMachineRequest;
import software.amazon.awssdk.services.sfn.model.DeleteStateMachineResponse;
import software.amazon.awssdk.services.sfn.model.DescribeStateMachineForExecutionRequest;
import software.amazon.awssdk.services.sfn.model.DescribeStateMachineForExecutionResponse;
import software.amazon.awssdk.services.sfn.model.DescribeStateMachineRequest;
import software.amazon.awssdk.services.sfn.model.DescribeStateMachineResponse;
import software.amazon.awssdk.services.sfn.model.IncludedData;
import software.amazon.awssdk.services.sfn.model.ListStateMachinesRequest;
import software.amazon.awssdk.services.sfn.model.ListStateMachinesResponse;
import software.amazon.awssdk.services.sfn.model.StateMachineType;
import software.amazon.awssdk.services.sfn.model.UpdateStateMachineRequest;
import software.amazon.awssdk.services.sfn.model.UpdateStateMachineResponse;

/** The calls that make, change and show state machines. */
final class MachineCalls {
  private final Calls calls;
  private final StepFunctions core;

  MachineCalls(Calls calls) {
    this.calls = calls;
    this.core = calls.core();
  }

  public CreateStateMachineResponse createStateMachine(CreateStateMachineRequest request) {
    return calls.answer(
        request,
        () -> {
          checkPublication(request.publish(), request.versionDescription());
          var machine =
              core.createStateMachine(
                  request.name(), request.definition(), request.roleArn(), type(request.type()));
          if (request.hasTags()) {
            core.machines().tag(machine.arn(), TagCalls.map(request.tags()));
          }
          return CreateStateMachineResponse.builder()
              .stateMachineArn(machine.arn())
              .creationDate(machine.creationDate())
              .stateMachineVersionArn(
                  published(machine, request.publish(), request.versionDescription()).orElse(null))
              .build();
        },
        "name",
        "definition",
        "roleArn");
  }

  /** The type that a request names; Standard by default. */
  static WorkflowType type(@Nullable StateMachineType type) {
    return type == StateMachineType.EXPRESS ? WorkflowType.EXPRESS : WorkflowType.STANDARD;
  }

  private static void checkPublication(@Nullable Boolean publish, @Nullable String description) {
    if (description != null && !Boolean.TRUE.equals(publish)) {
      throw new StepFunctionsException(
          Code.VALIDATION, "Version description can only be set when publish is true");
    }
  }

  private Optional<String> published(
      StateMachine machine, @Nullable Boolean publish, @Nullable String description) {
    return Boolean.TRUE.equals(publish)
        ? Optional.of(
                core.versions()
                    .publish(
                        machine.arn(),
                        Optional.empty(),
                        Optional.ofNullable(description).orElse("")))
            .map(MachineVersion::arn)
        : Optional.empty();
  }

  public UpdateStateMachineResponse updateStateMachine(UpdateStateMachineRequest request) {
    return calls.answer(
        request,
        () -> {
          checkPublication(request.publish(), request.versionDescription());
          var machine =
              core.machines()
                  .update(
                      request.stateMachineArn(),
                      Optional.ofNullable(request.definition()),
                      Optional.ofNullable(request.roleArn()));
          return UpdateStateMachineResponse.builder()
              .updateDate(machine.updateDate())
              .revisionId(machine.revisionId().orElse(null))
              .stateMachineVersionArn(
                  published(machine, request.publish(), request.versionDescription()).orElse(null))
              .build();
        },
        "stateMachineArn");
  }

  public DeleteStateMachineResponse deleteStateMachine(DeleteStateMachineRequest request) {
    return calls.answer(
        request,
        () -> {
          core.deleteStateMachine(request.stateMachineArn());
          return DeleteStateMachineResponse.builder().build();
        },
        "stateMachineArn");
  }

  public DescribeStateMachineResponse describeStateMachine(DescribeStateMachineRequest request) {
    return calls.answer(
        request,
        () ->
            Answers.stateMachine(
                request.stateMachineArn(),
                core.stateMachine(request.stateMachineArn()),
                core.versions().description(request.stateMachineArn()),
                request.includedData() != IncludedData.METADATA_ONLY),
        "stateMachineArn");
  }

  public DescribeStateMachineForExecutionResponse describeStateMachineForExecution(
      DescribeStateMachineForExecutionRequest request) {
    return calls.answer(
        request,
        () ->
            Answers.stateMachineOfExecution(
                core.stateMachineOf(request.executionArn()),
                request.includedData() != IncludedData.METADATA_ONLY),
        "executionArn");
  }

  public ListStateMachinesResponse listStateMachines(ListStateMachinesRequest request) {
    return calls.answer(
        request,
        () -> {
          var page =
              Page.of(
                  core.stateMachines(),
                  StateMachine::arn,
                  request.maxResults(),
                  request.nextToken());
          return ListStateMachinesResponse.builder()
              .stateMachines(page.items().stream().map(Answers::stateMachineItem).toList())
              .nextToken(page.next().orElse(null))
              .build();
        });
  }
}

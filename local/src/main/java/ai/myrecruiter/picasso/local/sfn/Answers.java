package ai.myrecruiter.picasso.local.sfn;

import ai.myrecruiter.picasso.local.engine.Execution;
import ai.myrecruiter.picasso.local.engine.ExecutionStatus;
import ai.myrecruiter.picasso.local.engine.StateMachine;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sfn.model.CloudWatchEventsExecutionDataDetails;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.DescribeStateMachineForExecutionResponse;
import software.amazon.awssdk.services.sfn.model.DescribeStateMachineResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionRedriveStatus;
import software.amazon.awssdk.services.sfn.model.LogLevel;
import software.amazon.awssdk.services.sfn.model.LoggingConfiguration;
import software.amazon.awssdk.services.sfn.model.StateMachineListItem;
import software.amazon.awssdk.services.sfn.model.StateMachineStatus;
import software.amazon.awssdk.services.sfn.model.TracingConfiguration;

/** What the stage knows, in the words of the SDK. */
final class Answers {
  private static final CloudWatchEventsExecutionDataDetails INCLUDED =
      CloudWatchEventsExecutionDataDetails.builder().included(true).build();
  private static final LoggingConfiguration NO_LOGGING =
      LoggingConfiguration.builder().level(LogLevel.OFF).includeExecutionData(false).build();
  private static final TracingConfiguration NO_TRACING =
      TracingConfiguration.builder().enabled(false).build();

  private Answers() {}

  static DescribeExecutionResponse execution(Execution execution, boolean withData) {
    var answer =
        DescribeExecutionResponse.builder()
            .executionArn(execution.arn())
            .stateMachineArn(execution.stateMachineArn())
            .stateMachineVersionArn(execution.versionArn().orElse(null))
            .stateMachineAliasArn(execution.aliasArn().orElse(null))
            .name(execution.name())
            .status(execution.status().name())
            .startDate(execution.startDate())
            .stopDate(execution.stopDate().orElse(null))
            .error(execution.error().orElse(null))
            .cause(execution.cause().orElse(null))
            .redriveCount(0)
            .redriveStatus(redriveStatus(execution.status()))
            .redriveStatusReason(redriveReason(execution.status()));
    if (withData) {
      answer.input(execution.input()).inputDetails(INCLUDED);
      execution.output().ifPresent(output -> answer.output(output).outputDetails(INCLUDED));
    }
    return answer.build();
  }

  private static ExecutionRedriveStatus redriveStatus(ExecutionStatus status) {
    return switch (status) {
      case RUNNING, SUCCEEDED -> ExecutionRedriveStatus.NOT_REDRIVABLE;
      case FAILED, TIMED_OUT, ABORTED -> ExecutionRedriveStatus.REDRIVABLE;
    };
  }

  private static @Nullable String redriveReason(ExecutionStatus status) {
    return redriveStatus(status) == ExecutionRedriveStatus.REDRIVABLE
        ? null
        : "Execution is " + status + " and cannot be redriven";
  }

  static ExecutionListItem executionItem(Execution execution) {
    return ExecutionListItem.builder()
        .executionArn(execution.arn())
        .stateMachineArn(execution.stateMachineArn())
        .stateMachineVersionArn(execution.versionArn().orElse(null))
        .stateMachineAliasArn(execution.aliasArn().orElse(null))
        .name(execution.name())
        .status(execution.status().name())
        .startDate(execution.startDate())
        .stopDate(execution.stopDate().orElse(null))
        .redriveCount(0)
        .build();
  }

  static StateMachineListItem stateMachineItem(StateMachine machine) {
    return StateMachineListItem.builder()
        .stateMachineArn(machine.arn())
        .name(machine.name())
        .type(machine.type().name())
        .creationDate(machine.creationDate())
        .build();
  }

  /**
   * A state machine under the ARN it was asked by.
   *
   * @param description of the version, when it is one
   */
  static DescribeStateMachineResponse stateMachine(
      String arn, StateMachine machine, Optional<String> description, boolean withData) {
    return DescribeStateMachineResponse.builder()
        .stateMachineArn(arn)
        .name(machine.name())
        .status(StateMachineStatus.ACTIVE)
        .definition(withData ? machine.text() : null)
        .roleArn(machine.roleArn())
        .type(machine.type().name())
        .creationDate(machine.creationDate())
        .revisionId(machine.revisionId().orElse(null))
        .description(description.orElse(null))
        .loggingConfiguration(NO_LOGGING)
        .tracingConfiguration(NO_TRACING)
        .build();
  }

  static DescribeStateMachineForExecutionResponse stateMachineOfExecution(
      StateMachine machine, boolean withData) {
    return DescribeStateMachineForExecutionResponse.builder()
        .stateMachineArn(machine.arn())
        .name(machine.name())
        .definition(withData ? machine.text() : null)
        .roleArn(machine.roleArn())
        .updateDate(machine.updateDate())
        .revisionId(machine.revisionId().orElse(null))
        .loggingConfiguration(NO_LOGGING)
        .tracingConfiguration(NO_TRACING)
        .build();
  }
}

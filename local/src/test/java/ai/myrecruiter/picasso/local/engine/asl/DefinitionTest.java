package ai.myrecruiter.picasso.local.engine.asl;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.local.engine.data.Path;
import ai.myrecruiter.picasso.local.engine.data.ReferencePath;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DefinitionTest {
  private static final String FULL =
      """
      {"Comment": "c", "Version": "1.0", "QueryLanguage": "JSONPath", "TimeoutSeconds": 60, "StartAt": "Work",
       "States": {
         "Work": {"Type": "Task", "Comment": "c", "Resource": "arn:aws:states:::lambda:invoke",
           "TimeoutSeconds": 10, "HeartbeatSecondsPath": "$.h",
           "Retry": [{"ErrorEquals": ["E"], "Comment": "c"}],
           "Catch": [{"ErrorEquals": ["States.ALL"], "ResultPath": "$.e", "Next": "Done"}],
           "Next": "Done"},
         "Done": {"Type": "Succeed"}}}\
      """;

  @Test
  void readsStatesAsRecords() {
    var definition = Definition.parse(FULL);
    assertThat(definition.timeout()).contains(Duration.ofSeconds(60));
    assertThat(definition.machine().state("Done"))
        .isEqualTo(
            new SucceedState(
                "Done", new InputOutput(Optional.of(Path.ROOT), Optional.of(Path.ROOT))));
    assertThat(definition.machine().state("Work"))
        .isInstanceOfSatisfying(
            TaskState.class,
            task -> {
              assertThat(task.timeout()).contains(new Seconds.Given(10));
              assertThat(task.heartbeat())
                  .contains(new Seconds.At(Path.parse("$.h"), "HeartbeatSecondsPath"));
              assertThat(task.recovery().catchers())
                  .containsExactly(
                      new Catcher(
                          List.of("States.ALL"), Optional.of(ReferencePath.parse("$.e")), "Done"));
            });
  }

  @ParameterizedTest
  @CsvSource({
    "sqs:sendMessage.waitForTaskToken,STANDARD,SCRIPTED,''",
    "aws-sdk:s3:getObject,STANDARD,SCRIPTED,''",
    "dynamodb:query,STANDARD,SCRIPTED,is not recognized",
    "lambda:invoke,EXPRESS,OF_THE_STAGE,''",
    "sqs:sendMessage,EXPRESS,OF_THE_STAGE,which is not run here",
    "lambda:invoke.waitForTaskToken,EXPRESS,OF_THE_STAGE,does not support '.waitForTaskToken'"
        + " service integration",
    "states:startExecution.sync:2,EXPRESS,SCRIPTED,does not support '.sync:2' service integration",
  })
  void takesTheTasksOfItsDialect(
      String action, WorkflowType type, Dialect.Tasks tasks, String problem) {
    var definition =
        """
        {"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::%s", "End": true}}}\
        """
            .formatted(action);
    var findings = Definition.check(definition, new Dialect(type, tasks));
    assertThat(findings).hasSize(problem.isEmpty() ? 0 : 1);
    assertThat(findings.toString()).contains(problem);
  }

  @Test
  void knowsTheDefaultsOfARetrier() {
    var task = (TaskState) Definition.parse(FULL).machine().state("Work");
    assertThat(task.recovery().retriers())
        .containsExactly(
            new Retrier(List.of("E"), Duration.ofSeconds(1), 3, 2.0, Optional.empty(), false));
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:states:::lambda:invoke,lambda,invoke,REQUEST_RESPONSE",
    "arn:aws:states:::lambda:invoke.waitForTaskToken,lambda,invoke,WAIT_FOR_TASK_TOKEN",
    "arn:aws:states:::states:startExecution,states,startExecution,REQUEST_RESPONSE",
    "arn:aws:states:::states:startExecution.sync,states,startExecution,SYNC",
    "arn:aws:states:::states:startExecution.sync:2,states,startExecution,SYNC_2",
    "arn:aws:states:::states:startExecution.waitForTaskToken,states,startExecution,WAIT_FOR_TASK_TOKEN",
    "arn:aws-us-gov:states:::lambda:invoke,lambda,invoke,REQUEST_RESPONSE"
  })
  void readsIntegrations(String resource, String service, String action, Resource.Pattern pattern) {
    var task = (TaskState) withResource(resource).machine().state("Work");
    assertThat(task.resource()).isEqualTo(new Resource.Integration(service, action, pattern));
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:lambda:us-east-1:000000000000:function:chat",
    "arn:aws:lambda:us-east-1:000000000000:function:chat:live",
    "arn:aws:lambda:us-east-1:000000000000:function:chat:$LATEST"
  })
  void readsFunctions(String resource) {
    var task = (TaskState) withResource(resource).machine().state("Work");
    assertThat(task.resource()).isEqualTo(new Resource.Function(resource));
  }

  @Test
  void findsTwoReadingsOfOneTextEqual() {
    assertThat(Definition.parse(FULL)).isEqualTo(Definition.parse(FULL));
  }

  private static Definition withResource(String resource) {
    return Definition.parse(FULL.replace("arn:aws:states:::lambda:invoke", resource));
  }
}

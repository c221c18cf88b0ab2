package ai.myrecruiter.picasso.local.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.local.engine.Execution;
import ai.myrecruiter.picasso.local.engine.ExecutionStatus;
import ai.myrecruiter.picasso.local.engine.Machines;
import ai.myrecruiter.picasso.local.engine.StateMachine;
import ai.myrecruiter.picasso.local.engine.Workbench;
import ai.myrecruiter.picasso.local.engine.data.Json;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class NestedExecutionTest {
  private static final String SLOW =
      """
      {"StartAt": "W", "States": {
        "W": {"Type": "Wait", "Seconds": 30, "Next": "P"},
        "P": {"Type": "Pass", "Result": {"verdict": "PASS"}, "End": true}}}\
      """;
  private final Workbench bench = new Workbench();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void goesOnAtOnceWithoutWaiting() {
    var child = bench.machine(SLOW);
    var end = bench.run(parent(child, "", "\"Input\": {\"a\": 1}, \"Name\": \"job\""), "{}");
    assertThat(bench.took(end)).isEqualTo(Duration.ZERO);
    var output = Json.parse(end.output().orElseThrow());
    assertThat(output.path("ExecutionArn").textValue())
        .isEqualTo("arn:aws:states:us-east-1:000000000000:execution:machine-1:job");
    assertThat(output.path("StartDate").longValue()).isEqualTo(Workbench.START.toEpochMilli());
    assertThat(only(child).input()).isEqualTo("{\"a\":1}");
    assertThat(only(child).status()).isEqualTo(ExecutionStatus.RUNNING);
  }

  @Test
  void waitsForTheEndAndReadsItsOutput() {
    var child = bench.machine(SLOW);
    var end = bench.run(parent(child, ".sync:2", "\"Input\": {\"a\": 1}"), "{}");
    assertThat(bench.took(end)).isEqualTo(Duration.ofSeconds(30));
    var output = Json.parse(end.output().orElseThrow());
    assertThat(output.path("Output").path("verdict").textValue()).isEqualTo("PASS");
    assertThat(output.path("Input").path("a").intValue()).isEqualTo(1);
    assertThat(output.path("Status").textValue()).isEqualTo("SUCCEEDED");
    assertThat(bench.types(end))
        .containsSubsequence(
            "TaskScheduled", "TaskStarted", "TaskSubmitted", "TaskSucceeded", "TaskStateExited");
  }

  @Test
  void leavesTheOutputAsTextInTheFirstPattern() {
    var child = bench.machine(SLOW);
    var end = bench.run(parent(child, ".sync", "\"Input\": null"), "{}");
    var output = Json.parse(end.output().orElseThrow());
    assertThat(output.path("Output").textValue()).isEqualTo("{\"verdict\":\"PASS\"}");
    assertThat(output.path("Input").textValue()).isEqualTo("{}");
  }

  @Test
  void failsWithTheWholeStoryOfAChildThatFailed() {
    var child =
        bench.machine(
            """
            {"StartAt": "F", "States": {"F": {"Type": "Fail", "Error": "E", "Cause": "c"}}}\
            """);
    var end = bench.run(parent(child, ".sync:2", "\"Name\": \"job\""), "{}");
    assertThat(end.error()).contains("States.TaskFailed");
    var cause = Json.parse(end.cause().orElseThrow());
    assertThat(cause.path("Error").textValue()).isEqualTo("E");
    assertThat(cause.path("Cause").textValue()).isEqualTo("c");
    assertThat(cause.path("Status").textValue()).isEqualTo("FAILED");
    assertThat(cause.path("Name").textValue()).isEqualTo("job");
    assertThat(bench.types(end)).endsWith("TaskSubmitted", "TaskFailed", "ExecutionFailed");
  }

  @Test
  void failsWhenTheChildIsStopped() {
    var child = bench.machine(SLOW);
    var parent = bench.start(parent(child, ".sync:2", "\"Input\": {}"), "{}");
    bench.loop().runFor(Duration.ofSeconds(5));
    bench.stepFunctions().stopExecution(only(child).arn(), Optional.empty(), Optional.empty());
    var end = bench.finish(parent);
    assertThat(end.error()).contains("States.TaskFailed");
    assertThat(end.cause().orElseThrow()).contains("\"Status\":\"ABORTED\"");
  }

  @Test
  void stopsTheChildWhenItIsStoppedOrTimesOut() {
    var child = bench.machine(SLOW);
    var parent = bench.start(parent(child, ".sync:2", "\"Name\": \"one\""), "{}");
    bench.loop().runFor(Duration.ofSeconds(5));
    bench.stepFunctions().stopExecution(parent.arn(), Optional.empty(), Optional.empty());
    assertThat(only(child).status()).isEqualTo(ExecutionStatus.ABORTED);

    var timed =
        parent(child, ".sync:2", "\"Name\": \"two\"")
            .replace("\"End\"", "\"TimeoutSeconds\": 7, \"End\"");
    var end = bench.run(timed, "{}");
    assertThat(end.error()).contains("States.Timeout");
    assertThat(only(child).status()).isEqualTo(ExecutionStatus.ABORTED);
  }

  @Test
  void failsOnAMachineThatIsNotThere() {
    var child = bench.machine(SLOW);
    var end =
        bench.run(
            parent(child, "", "\"Input\": {}").replace(child.arn(), child.arn() + "-not"), "{}");
    assertThat(end.error()).contains("StepFunctions.StateMachineDoesNotExistException");
    assertThat(end.cause().orElseThrow())
        .startsWith(
            "State Machine Does Not Exist: '%s-not' (Service: AWSStepFunctions; Status Code: 400; Error Code: StateMachineDoesNotExist; Request ID: "
                .formatted(child.arn()));
  }

  @Test
  void failsOnANameThatIsTaken() {
    var child = bench.machine(SLOW);
    bench.stepFunctions().startExecution(child.arn(), Optional.of("job"), "{\"other\": 1}");
    var end = bench.run(parent(child, ".sync:2", "\"Name\": \"job\""), "{}");
    assertThat(end.error()).contains("StepFunctions.ExecutionAlreadyExistsException");
    assertThat(bench.types(end)).endsWith("TaskStarted", "TaskSubmitFailed", "ExecutionFailed");
  }

  private Execution only(StateMachine machine) {
    return bench.stepFunctions().executions(machine.arn()).getFirst();
  }

  private static String parent(StateMachine child, String pattern, String parameters) {
    return Machines.single(
        """
        {"Type": "Task", "Resource": "arn:aws:states:::states:startExecution%s",
         "Parameters": {"StateMachineArn": "%s", %s}}\
        """
            .formatted(pattern, child.arn(), parameters));
  }
}

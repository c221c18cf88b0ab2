package ai.myrecruiter.picasso.local.engine.run;

import static ai.myrecruiter.picasso.local.engine.FakeFunctions.fails;
import static ai.myrecruiter.picasso.local.engine.FakeFunctions.returns;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.local.engine.Execution;
import ai.myrecruiter.picasso.local.engine.ExecutionStatus;
import ai.myrecruiter.picasso.local.engine.Machines;
import ai.myrecruiter.picasso.local.engine.StepFunctionsException;
import ai.myrecruiter.picasso.local.engine.StepFunctionsException.Code;
import ai.myrecruiter.picasso.local.engine.Workbench;
import ai.myrecruiter.picasso.local.engine.data.Json;
import java.time.Duration;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class TokenTest {
  private final Workbench bench = new Workbench();

  @BeforeEach
  void askWithAnAnswer() {
    bench.functions().when("ask", returns("\"asked\""));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void waitsForTheTokenAndTakesItsOutput() {
    var execution = waiting("");
    bench.loop().runFor(Duration.ofDays(3));
    bench.stepFunctions().sendTaskSuccess(token(), "{\"approved\": true}");
    var end = bench.finish(execution);
    assertThat(end.output()).contains("{\"approved\":true}");
    assertThat(bench.shape(end))
        .isEqualTo(
            """
            1<0 ExecutionStarted
            2<0 TaskStateEntered
            3<2 TaskScheduled
            4<3 TaskStarted
            5<4 TaskSubmitted
            6<5 TaskSucceeded
            7<6 TaskStateExited
            8<7 ExecutionSucceeded\
            """);
  }

  @Test
  void failsWithTheErrorOfTheToken() {
    var execution = waiting("");
    bench.stepFunctions().sendTaskFailure(token(), Optional.of("Rejected"), Optional.of("by A"));
    var end = bench.finish(execution);
    assertThat(end.error()).contains("Rejected");
    assertThat(end.cause()).contains("by A");
  }

  @Test
  void mayFailWithoutError() {
    var execution = waiting("");
    bench.stepFunctions().sendTaskFailure(token(), Optional.empty(), Optional.empty());
    assertThat(bench.finish(execution).error()).isEmpty();
  }

  @Test
  void refusesASecondCompletion() {
    var execution = waiting("");
    var token = token();
    bench.stepFunctions().sendTaskSuccess(token, "1");
    assertRefused(() -> bench.stepFunctions().sendTaskSuccess(token, "2"), Code.TASK_TIMED_OUT);
    assertRefused(
        () -> bench.stepFunctions().sendTaskFailure(token, Optional.empty(), Optional.empty()),
        Code.TASK_TIMED_OUT);
    assertThat(bench.finish(execution).output()).contains("1");
  }

  @Test
  void refusesACompletionAfterTheTimeout() {
    var execution = waiting("\"TimeoutSeconds\": 60");
    assertThat(bench.finish(execution).error()).contains("States.Timeout");
    assertThat(bench.took(execution)).isEqualTo(Duration.ofMinutes(1));
    assertRefused(() -> bench.stepFunctions().sendTaskSuccess(token(), "1"), Code.TASK_TIMED_OUT);
  }

  @Test
  void refusesACompletionAfterTheStop() {
    var execution = waiting("");
    bench.stepFunctions().stopExecution(execution.arn(), Optional.empty(), Optional.empty());
    assertRefused(() -> bench.stepFunctions().sendTaskHeartbeat(token()), Code.TASK_TIMED_OUT);
  }

  @Test
  void refusesTokensThatAreNone() {
    assertRefused(() -> bench.stepFunctions().sendTaskSuccess("AAAA", "1"), Code.INVALID_TOKEN);
  }

  @Test
  void refusesAnOutputThatIsNotJsonAndGoesOnWaiting() {
    var execution = waiting("");
    assertRefused(() -> bench.stepFunctions().sendTaskSuccess(token(), "{"), Code.INVALID_OUTPUT);
    assertRefused(
        () -> bench.stepFunctions().sendTaskSuccess(token(), "\"" + "x".repeat(262_144) + "\""),
        Code.INVALID_OUTPUT);
    bench.stepFunctions().sendTaskSuccess(token(), "1");
    assertThat(bench.finish(execution).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  @Test
  void failsAtOnceWhenTheFunctionFails() {
    bench.functions().when("ask", fails("E", ""));
    assertThat(bench.finish(waiting("")).error()).contains("E");
    assertRefused(() -> bench.stepFunctions().sendTaskSuccess(token(), "1"), Code.TASK_TIMED_OUT);
  }

  @Test
  void givesEveryAttemptATokenOfItsOwn() {
    bench.functions().when("ask", fails("E", ""), returns("1"));
    var execution = waiting("\"Retry\": [{\"ErrorEquals\": [\"E\"]}]");
    bench.loop().runFor(Duration.ofSeconds(1));
    var tokens = bench.functions().calls();
    assertThat(tokens).hasSize(2).doesNotHaveDuplicates();
    bench.stepFunctions().sendTaskSuccess(token(), "1");
    assertThat(bench.finish(execution).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  @Test
  void timesOutWithoutHeartbeat() {
    var end = bench.finish(waiting("\"HeartbeatSeconds\": 10, \"TimeoutSeconds\": 600"));
    assertThat(end.error()).contains("States.Timeout");
    assertThat(bench.took(end)).isEqualTo(Duration.ofSeconds(10));
    assertThat(bench.types(end)).endsWith("TaskSubmitted", "TaskTimedOut", "ExecutionFailed");
  }

  @Test
  void livesAsLongAsItsHeartBeats() {
    var execution = waiting("\"HeartbeatSeconds\": 10, \"TimeoutSeconds\": 600");
    for (int i = 0; i < 5; i++) {
      bench.loop().runFor(Duration.ofSeconds(9));
      bench.stepFunctions().sendTaskHeartbeat(token());
    }
    assertThat(bench.took(bench.finish(execution))).isEqualTo(Duration.ofSeconds(45 + 10));
  }

  @Test
  void doesNotOutliveItsTimeoutByHeartbeats() {
    var execution = waiting("\"HeartbeatSeconds\": 10, \"TimeoutSeconds\": 12");
    bench.loop().runFor(Duration.ofSeconds(9));
    bench.stepFunctions().sendTaskHeartbeat(token());
    assertThat(bench.took(bench.finish(execution))).isEqualTo(Duration.ofSeconds(12));
  }

  @Test
  void isMatchedByTheNameOfItsHeartbeat() {
    var state = Machines.await("ask", "\"HeartbeatSeconds\": 10");
    var end = bench.run(Machines.caught(state, "States.HeartbeatTimeout"), "{}");
    assertThat(end.output()).contains("{\"Error\":\"States.Timeout\",\"Cause\":\"\"}");
    var timeout = Machines.await("ask", "\"TimeoutSeconds\": 10");
    assertThat(bench.run(Machines.caught(timeout, "States.HeartbeatTimeout"), "{}").status())
        .isEqualTo(ExecutionStatus.FAILED);
  }

  @Test
  void takesTheHeartbeatFromTheInput() {
    var machine = Machines.single(Machines.await("ask", "\"HeartbeatSecondsPath\": \"$.beat\""));
    assertThat(bench.took(bench.run(machine, "{\"beat\": 4}"))).isEqualTo(Duration.ofSeconds(4));
  }

  @Test
  void hasTokensInNestedExecutionsToo() {
    var child = bench.machine(Machines.single(Machines.await("ask", "")));
    var parent =
        bench.start(
            Machines.single(
                """
                {"Type": "Task", "Resource": "arn:aws:states:::states:startExecution.waitForTaskToken",
                 "Parameters": {"StateMachineArn": "%s", "Input": {"parent.$": "$$.Task.Token"}}}\
                """
                    .formatted(child.arn())),
            "{}");
    bench.loop().runFor(Duration.ofSeconds(1));
    var started = bench.stepFunctions().executions(child.arn()).getFirst();
    var parentToken = Json.parse(started.input()).path("parent").textValue();
    bench.stepFunctions().sendTaskSuccess(parentToken, "\"from the child\"");
    assertThat(bench.finish(parent).output()).contains("\"from the child\"");
    assertThat(bench.now(started).status()).isEqualTo(ExecutionStatus.RUNNING);
  }

  private Execution waiting(String more) {
    var execution = bench.start(Machines.single(Machines.await("ask", more)), "{}");
    bench.loop().runFor(Duration.ZERO);
    return execution;
  }

  private String token() {
    var call = bench.functions().calls().getLast();
    return Json.parse(call.substring("ask ".length())).path("token").textValue();
  }

  private static void assertRefused(ThrowingCallable call, Code code) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            StepFunctionsException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}

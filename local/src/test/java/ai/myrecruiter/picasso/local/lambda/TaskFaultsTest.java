package ai.myrecruiter.picasso.local.lambda;

import static ai.myrecruiter.picasso.local.lambda.TestLambda.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.local.engine.LambdaFailure;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

final class TaskFaultsTest {
  private final AtomicInteger runs = new AtomicInteger();
  private final TestLambda lambda =
      TestLambda.virtual(3)
          .withTask(
              "task",
              (input, output, context) ->
                  output.write(("" + runs.incrementAndGet()).getBytes(StandardCharsets.UTF_8)));

  @AfterEach
  void close() {
    lambda.close();
  }

  private TaskFaults faults() {
    return lambda.service.taskFaults();
  }

  @Test
  void failsBeforeTheFunctionRuns() {
    faults().atCall("task", 2, TaskFault.ERROR);
    assertThat(lambda.invoke("task", "{}").functionError()).isEmpty();
    var second = lambda.invoke("task", "{}");
    assertThat(second.functionError()).contains("Unhandled");
    assertThat(TestLambda.text(second)).contains("\"errorType\":\"InjectedFault\"");
    assertThat(lambda.invoke("task", "{}").functionError()).isEmpty();
    assertThat(runs).hasValue(2);
    assertThat(faults().calls("task")).isEqualTo(3);
  }

  @Test
  void endsACallThatTimesOutWhenTheFunctionsTimeIsOver() {
    faults().atCall("task", 1, TaskFault.TIMEOUT);
    var answer = TestLambda.future(lambda.start("task", "{}"));
    lambda.virtualLoop().runFor(Duration.ofMinutes(15));
    assertThat(answer)
        .isCompletedWithValueMatching(
            it -> TestLambda.text(it).contains("\"errorType\":\"Sandbox.Timedout\""));
    assertThat(runs).hasValue(0);
    assertThat(lambda.sum("AWS/Lambda", "Errors", Map.of("FunctionName", "task"))).isEqualTo(1);
  }

  @Test
  void neverAnswersACallThatIsSilent() {
    faults().atCall("task", 1, TaskFault.SILENCE);
    var answer = TestLambda.future(lambda.start("task", "{}"));
    lambda.virtualLoop().runFor(Duration.ofHours(1));
    assertThat(answer).isNotDone();
    assertThat(runs).hasValue(0);
    assertThat(lambda.sum("AWS/Lambda", "Errors", Map.of("FunctionName", "task"))).isEqualTo(1);
  }

  @Test
  void failsAWaitingCallerThatWouldNeverBeAnswered() {
    faults().always("task", TaskFault.SILENCE);
    assertThatThrownBy(() -> lambda.client.invoke(r -> r.functionName("task")))
        .isInstanceOf(ApiCallTimeoutException.class);
  }

  @Test
  void losesTheAnswerOfAFunctionThatRan() {
    faults().atCall("task", 1, TaskFault.LOST_ANSWER);
    assertThatThrownBy(() -> lambda.invoke("task", "{}"))
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(
            LambdaFailure.class,
            failure -> assertThat(failure.errorCode()).isEqualTo("Lambda.ServiceException"));
    assertThat(runs).hasValue(1);
    assertThat(lambda.sum("AWS/Lambda", "Errors", Map.of("FunctionName", "task"))).isZero();
  }

  @Test
  void runsADuplicateTwiceAndGivesTheSecondAnswer() {
    faults().atCall("task", 1, TaskFault.DUPLICATE);
    assertThat(TestLambda.text(lambda.invoke("task", "{}"))).isEqualTo("2");
    assertThat(runs).hasValue(2);
    assertThat(lambda.sum("AWS/Lambda", "Invocations", Map.of("FunctionName", "task")))
        .isEqualTo(2);
  }

  @Test
  void reportsAProcessThatEndsAsLambdaDoesAndAnswersTheNextCallFromANewOne() {
    var ends = new AtomicBoolean(true);
    lambda.withTask(
        "mortal",
        (input, output, context) -> {
          if (ends.getAndSet(false)) {
            throw new ProcessExit();
          }
          output.write('1');
        });
    var ended = lambda.invoke("mortal", "{}");
    assertThat(ended.functionError()).isPresent();
    assertThat(TestLambda.text(ended))
        .contains("\"errorType\":\"Runtime.ExitError\"")
        .contains("Runtime exited with error: signal: killed");
    assertThat(TestLambda.text(lambda.invoke("mortal", "{}"))).isEqualTo("1");
    assertThat(lambda.sum("AWS/Lambda", "Errors", Map.of("FunctionName", "mortal"))).isEqualTo(1);
  }

  @Test
  void harmsCallsWithinAWindowOfTime() {
    faults().between("task", START.plusSeconds(10), START.plusSeconds(20), TaskFault.ERROR);
    assertThat(lambda.invoke("task", "{}").functionError()).isEmpty();
    lambda.virtualLoop().runUntil(START.plusSeconds(10));
    assertThat(lambda.invoke("task", "{}").functionError()).isPresent();
    lambda.virtualLoop().runUntil(START.plusSeconds(20));
    assertThat(lambda.invoke("task", "{}").functionError()).isEmpty();
  }

  @Test
  void leavesOtherFunctionsAlone() {
    faults().always("other", TaskFault.ERROR);
    assertThat(lambda.invoke("task", "{}").functionError()).isEmpty();
    faults().always("task", TaskFault.ERROR);
    faults().clear();
    assertThat(lambda.invoke("task", "{}").functionError()).isEmpty();
  }

  @Test
  void refusesRulesThatCanNeverApply() {
    assertThatThrownBy(() -> faults().atCall("task", 0, TaskFault.ERROR))
        .hasMessage("call 0 of task: the first call has number 1");
    assertThatThrownBy(() -> faults().between("task", START, START, TaskFault.ERROR))
        .hasMessageContaining("the end must be after the start");
  }
}

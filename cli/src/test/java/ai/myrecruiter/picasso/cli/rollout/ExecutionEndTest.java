package ai.myrecruiter.picasso.cli.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.cli.shell.ExitStatus;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

final class ExecutionEndTest {
  private static Optional<ExecutionEnd> end(ExecutionStatus status, String error, String cause) {
    return ExecutionEnd.of(
        DescribeExecutionResponse.builder().status(status).error(error).cause(cause).build());
  }

  /** The cause as a Fail state writes it: a caught error, whose cause is a function's exception. */
  private static String caught(String type, String message) {
    var exception = Contracts.write(Map.of("errorType", type, "errorMessage", message));
    return Contracts.write(Map.of("Error", type, "Cause", exception));
  }

  @Test
  void aRunningExecutionHasNoEnd() {
    assertThat(
            ExecutionEnd.of(
                DescribeExecutionResponse.builder().status(ExecutionStatus.RUNNING).build()))
        .isEmpty();
  }

  @Test
  void findsTheMessageInsideACaughtErrorsCause() {
    var end =
        end(
            ExecutionStatus.FAILED,
            "ai.myrecruiter.picasso.workflows.lease.LeaseHeld",
            caught("ai.myrecruiter.picasso.workflows.lease.LeaseHeld", "owned by mia"));

    assertThat(end).contains(new ExecutionEnd(ExecutionStatus.FAILED, "LeaseHeld", "owned by mia"));
  }

  @Test
  void findsTheMessageOfAnExceptionThatWasNotCaught() {
    assertThat(
            end(ExecutionStatus.FAILED, "x.Y", "{\"errorMessage\":\"no\",\"errorType\":\"x.Y\"}"))
        .contains(new ExecutionEnd(ExecutionStatus.FAILED, "Y", "no"));
  }

  @Test
  void keepsTheNamesOfTheService() {
    assertThat(end(ExecutionStatus.TIMED_OUT, "States.Timeout", "").orElseThrow().error())
        .isEqualTo("States.Timeout");
  }

  @Test
  void keepsAnyOtherCauseAsItIs() {
    for (var cause : new String[] {"plain", "{broken", "{\"a\":1}", "", "{\"Cause\":\"plain\"}"}) {
      assertThat(end(ExecutionStatus.ABORTED, "Stopped", cause).orElseThrow().message())
          .isEqualTo(cause.contains("Cause") ? "plain" : cause);
    }
  }

  @Test
  void doesNotFollowCausesForEver() {
    var cause = "bottom";
    for (var i = 0; i < 8; i++) {
      cause = Contracts.write(Map.of("Cause", cause));
    }

    assertThat(end(ExecutionStatus.FAILED, "x", cause).orElseThrow().message()).startsWith("{");
  }

  @Test
  void eachErrorHasItsExitStatus() {
    assertThat(status("LeaseHeld")).isEqualTo(ExitStatus.REFUSED);
    assertThat(status("PreflightRefused")).isEqualTo(ExitStatus.REFUSED);
    assertThat(status("RolledBack")).isEqualTo(ExitStatus.REFUSED);
    assertThat(status("TakenOver")).isEqualTo(ExitStatus.REFUSED);
    assertThat(status("InvalidInput")).isEqualTo(ExitStatus.USAGE);
    assertThat(status("States.Timeout")).isEqualTo(ExitStatus.FAILURE);
    assertThat(status("")).isEqualTo(ExitStatus.FAILURE);
  }

  private static ExitStatus status(String error) {
    return end(ExecutionStatus.FAILED, error, "why").orElseThrow().asRefusal("Rollout x").status();
  }
}

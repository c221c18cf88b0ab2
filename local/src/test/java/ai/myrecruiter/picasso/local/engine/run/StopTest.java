package ai.myrecruiter.picasso.local.engine.run;

import static ai.myrecruiter.picasso.local.engine.FakeFunctions.fails;
import static ai.myrecruiter.picasso.local.engine.FakeFunctions.hangs;
import static ai.myrecruiter.picasso.local.engine.FakeFunctions.returns;
import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.local.engine.ExecutionStatus;
import ai.myrecruiter.picasso.local.engine.Machines;
import ai.myrecruiter.picasso.local.engine.Workbench;
import ai.myrecruiter.picasso.local.engine.history.EventDetails;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class StopTest {
  static Stream<Arguments> statesThatWait() {
    return Stream.of(
        Arguments.of("a Wait", Machines.single("{\"Type\": \"Wait\", \"Seconds\": 500}")),
        Arguments.of("a Task", caught(Machines.invoke("hangs", ""))),
        Arguments.of("a timeout", caught(Machines.invoke("hangs", "\"TimeoutSeconds\": 60"))),
        Arguments.of("a token", caught(Machines.await("answers", "\"HeartbeatSeconds\": 60"))),
        Arguments.of(
            "a retry",
            caught(
                Machines.invoke(
                    "fails", "\"Retry\": [{\"ErrorEquals\": [\"E\"], \"IntervalSeconds\": 60}]"))),
        Arguments.of(
            "a Parallel",
            caught(
                """
                {"Type": "Parallel", "Branches": [
                  {"StartAt": "W", "States": {"W": {"Type": "Wait", "Seconds": 50, "End": true}}},
                  {"StartAt": "T", "States": {"T": %s}}]}\
                """
                    .formatted(Machines.invoke("hangs", "\"End\": true")))));
  }

  /** No Catch catches a stop. */
  private static String caught(String state) {
    return Machines.caught(state, "States.ALL");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("statesThatWait")
  void stopsInEveryStateThatWaits(String name, String machine) {
    try (var bench = new Workbench()) {
      bench.functions().when("hangs", hangs()).when("answers", returns("1"));
      bench.functions().when("fails", fails("E", ""));
      var execution = bench.start(machine, "{}");
      bench.loop().runFor(Duration.ofSeconds(10));
      var stopped =
          bench
              .stepFunctions()
              .stopExecution(execution.arn(), Optional.of("Enough"), Optional.of("said A"));
      assertThat(stopped.status()).as(name).isEqualTo(ExecutionStatus.ABORTED);
      assertThat(stopped.stopDate()).contains(Workbench.START.plusSeconds(10));
      bench.loop().runFor(Duration.ofHours(1));
      assertThat(bench.history(execution).getLast().details())
          .isEqualTo(
              new EventDetails.ExecutionAborted(Optional.of("Enough"), Optional.of("said A")));
      assertThat(bench.history(execution).getLast().previousEventId())
          .isEqualTo(bench.history(execution).size() - 1L);
    }
  }

  @Test
  void leavesAnExecutionThatIsOverAsItIs() {
    try (var bench = new Workbench()) {
      var end = bench.run(Machines.single("{\"Type\": \"Pass\"}"), "{}");
      var again =
          bench.stepFunctions().stopExecution(end.arn(), Optional.of("Late"), Optional.empty());
      assertThat(again).isEqualTo(end);
      assertThat(bench.types(end)).endsWith("ExecutionSucceeded");
    }
  }

  @Test
  void stopsBeforeTheFirstState() {
    try (var bench = new Workbench()) {
      var execution = bench.start(Machines.single("{\"Type\": \"Pass\"}"), "{}");
      bench.stepFunctions().stopExecution(execution.arn(), Optional.empty(), Optional.empty());
      bench.loop().runFor(Duration.ofSeconds(1));
      assertThat(bench.shape(execution)).isEqualTo("1<0 ExecutionStarted\n2<1 ExecutionAborted");
    }
  }
}

package ai.myrecruiter.picasso.local.engine.run;

import static ai.myrecruiter.picasso.local.engine.FakeFunctions.fails;
import static ai.myrecruiter.picasso.local.engine.FakeFunctions.returns;
import static ai.myrecruiter.picasso.local.engine.run.EveryOrder.outcomes;
import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.local.engine.Machines;
import ai.myrecruiter.picasso.local.engine.StepFunctionsException;
import ai.myrecruiter.picasso.local.engine.Workbench;
import ai.myrecruiter.picasso.local.engine.data.Json;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Every order of steps that are ready at one instant; whatever it is, the history is whole. */
final class OrdersTest {
  @Test
  void letsEitherTheTokenOrTheTimeoutWin() {
    var outcomes =
        outcomes((bench, order) -> {
          bench.functions().when("ask", returns("1"));
          var execution =
              bench.start(Machines.single(Machines.await("ask", "\"TimeoutSeconds\": 10")), "{}");
          bench.loop().after(Duration.ofSeconds(10), () -> complete(bench));
          return execution;
        });
    assertThat(outcomes).containsExactlyInAnyOrder("SUCCEEDED", "FAILED States.Timeout");
  }

  @Test
  void letsOneOfTwoTokensWin() {
    var outcomes =
        outcomes((bench, order) -> {
          bench.functions().when("ask", returns("1"));
          var execution = bench.start(Machines.single(Machines.await("ask", "")), "{}");
          bench.loop().after(Duration.ofSeconds(10), () -> complete(bench));
          bench.loop().after(Duration.ofSeconds(10), () -> refuse(bench));
          return execution;
        });
    assertThat(outcomes).containsExactlyInAnyOrder("SUCCEEDED", "FAILED Rejected");
  }

  @Test
  void letsEitherTheStopOrTheAnswerWin() {
    var outcomes =
        outcomes((bench, order) -> {
          bench
              .functions()
              .when("work", bench.functions().after(Duration.ofSeconds(10), returns("1")));
          var execution =
              bench.start(Machines.single(Machines.invoke("work", "\"ResultPath\": null")), "{}");
          bench
              .loop()
              .after(
                  Duration.ofSeconds(10),
                  () ->
                      bench
                          .stepFunctions()
                          .stopExecution(execution.arn(), Optional.of("Stop"), Optional.empty()));
          return execution;
        });
    assertThat(outcomes).containsExactlyInAnyOrder("SUCCEEDED {}", "ABORTED Stop");
  }

  @Test
  void failsAParallelWithWhicheverBranchFailsFirst() {
    var outcomes =
        outcomes((bench, order) -> {
          bench.functions().when("one", fails("One", ""));
          bench.functions().when("two", fails("Two", ""));
          return bench.start(
              Machines.single(
                  """
                  {"Type": "Parallel", "Branches": [
                    {"StartAt": "A", "States": {"A": %s}},
                    {"StartAt": "B", "States": {"B": %s}}]}\
                  """
                      .formatted(ended("one"), ended("two"))),
              "{}");
        });
    assertThat(outcomes).containsExactlyInAnyOrder("FAILED One", "FAILED Two");
  }

  @Test
  void givesTheOutputsOfBranchesInTheirOrderWhoeverIsFirst() {
    var outcomes =
        outcomes((bench, order) ->
            bench.start(
                Machines.single(
                    """
                    {"Type": "Parallel", "Branches": [
                      {"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "A2"}, "A2": {"Type": "Pass", "Result": 1, "End": true}}},
                      {"StartAt": "B", "States": {"B": {"Type": "Wait", "Seconds": 0, "Next": "B2"}, "B2": {"Type": "Pass", "Result": 2, "End": true}}},
                      {"StartAt": "C", "States": {"C": {"Type": "Pass", "Result": 3, "End": true}}}]}\
                    """),
                "{}"));
    assertThat(outcomes).containsExactly("SUCCEEDED [1,2,3]");
  }

  @Test
  void catchesAFailureOfABranchInEveryOrder() {
    var outcomes =
        outcomes((bench, order) -> {
          bench.functions().when("work", fails("E", ""));
          return bench.start(
              Machines.caught(
                  """
                  {"Type": "Parallel", "ResultPath": null, "Branches": [
                    {"StartAt": "A", "States": {"A": %s}},
                    {"StartAt": "B", "States": {"B": {"Type": "Pass", "Next": "B2"}, "B2": {"Type": "Wait", "Seconds": 5, "End": true}}}]}\
                  """
                      .formatted(ended("work")),
                  "States.ALL"),
              "{}");
        });
    assertThat(outcomes)
        .hasSize(1)
        .allMatch(outcome -> outcome.startsWith("SUCCEEDED {\"Error\":\"E\""));
  }

  @Test
  void retriesAParallelInEveryOrder() {
    var outcomes =
        outcomes((bench, order) -> {
          bench.functions().when("work", fails("E", ""), returns("1"));
          return bench.start(
              Machines.single(
                  """
                  {"Type": "Parallel", "ResultPath": null, "Retry": [{"ErrorEquals": ["E"], "IntervalSeconds": 0}], "Branches": [
                    {"StartAt": "A", "States": {"A": %s}},
                    {"StartAt": "B", "States": {"B": {"Type": "Pass", "End": true}}}]}\
                  """
                      .formatted(ended("work"))),
              "{}");
        });
    assertThat(outcomes).containsExactly("SUCCEEDED {}");
  }

  @Test
  void letsTheHeartbeatOrItsTimeoutWin() {
    var outcomes =
        outcomes((bench, order) -> {
          bench.functions().when("ask", returns("1"));
          var execution =
              bench.start(
                  Machines.single(
                      Machines.await("ask", "\"TimeoutSeconds\": 15, \"HeartbeatSeconds\": 10")),
                  "{}");
          bench.loop().after(Duration.ofSeconds(10), () -> beat(bench));
          bench.loop().after(Duration.ofSeconds(14), () -> complete(bench));
          return execution;
        });
    assertThat(outcomes).containsExactlyInAnyOrder("SUCCEEDED", "FAILED States.Timeout");
  }

  @Test
  void letsTheMachinesTimeoutOrTheAnswerWin() {
    var outcomes =
        outcomes((bench, order) ->
            bench.start(
                "{\"TimeoutSeconds\": 5, \"StartAt\": \"W\", \"States\": {\"W\": {\"Type\":"
                    + " \"Wait\", \"Seconds\": 5, \"End\": true}}}",
                "{}"));
    assertThat(outcomes).containsExactlyInAnyOrder("SUCCEEDED {}", "TIMED_OUT States.Timeout");
  }

  @AfterAll
  static void sayHowMany() {
    System.out.println("orders tried so far: " + EveryOrder.tried());
  }

  private static void complete(Workbench bench) {
    try {
      bench.stepFunctions().sendTaskSuccess(token(bench), "\"done\"");
    } catch (StepFunctionsException lost) {
      assertThat(lost.code()).isEqualTo(StepFunctionsException.Code.TASK_TIMED_OUT);
    }
  }

  private static void beat(Workbench bench) {
    try {
      bench.stepFunctions().sendTaskHeartbeat(token(bench));
    } catch (StepFunctionsException lost) {
      assertThat(lost.code()).isEqualTo(StepFunctionsException.Code.TASK_TIMED_OUT);
    }
  }

  private static void refuse(Workbench bench) {
    try {
      bench
          .stepFunctions()
          .sendTaskFailure(token(bench), Optional.of("Rejected"), Optional.empty());
    } catch (StepFunctionsException lost) {
      assertThat(lost.code()).isEqualTo(StepFunctionsException.Code.TASK_TIMED_OUT);
    }
  }

  private static String token(Workbench bench) {
    var call = bench.functions().calls().getLast();
    return Json.parse(call.substring("ask ".length())).path("token").textValue();
  }

  private static String ended(String function) {
    return Machines.invoke(function, "\"End\": true");
  }
}

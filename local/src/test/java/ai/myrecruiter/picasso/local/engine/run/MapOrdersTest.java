package ai.myrecruiter.picasso.local.engine.run;

import static ai.myrecruiter.picasso.local.engine.FakeFunctions.fails;
import static ai.myrecruiter.picasso.local.engine.FakeFunctions.returns;
import static ai.myrecruiter.picasso.local.engine.run.EveryOrder.outcomes;
import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.local.engine.Machines;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Every order of the steps of a Map. */
final class MapOrdersTest {
  /** Calls the function that its input names. */
  private static final String CALL =
      """
      {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName.$": "$"}, "End": true}\
      """;

  @Test
  void failsAMapWithWhicheverIterationFailsFirst() {
    var outcomes =
        outcomes((bench, order) -> {
          bench.functions().when("f1", fails("One", ""));
          bench.functions().when("f2", fails("Two", ""));
          return bench.start(map("", CALL), "[\"f1\", \"f2\"]");
        });
    assertThat(outcomes).containsExactlyInAnyOrder("FAILED One", "FAILED Two");
  }

  @Test
  void catchesAFailureOfAnIterationInEveryOrder() {
    var outcomes =
        outcomes((bench, order) -> {
          bench.functions().when("bad", fails("E", ""));
          bench.functions().when("good", returns("1"));
          return bench.start(
              Machines.caught(
                  "{\"Type\": \"Map\", \"MaxConcurrency\": 2, \"ResultPath\": null,"
                      + " \"ItemProcessor\": {\"StartAt\": \"I\", \"States\": {\"I\": "
                      + CALL
                      + "}}}",
                  "E"),
              "[\"good\", \"bad\"]");
        });
    assertThat(outcomes).hasSize(1).allMatch(o -> o.startsWith("SUCCEEDED {\"Error\":\"E\""));
  }

  @Test
  void toleratesAFailureInEveryOrder() {
    var outcomes =
        outcomes((bench, order) -> {
          bench.functions().when("bad", fails("E", ""));
          bench.functions().when("good", returns("1"));
          return bench.start(
              map(
                  "\"ToleratedFailureCount\": 1, \"ResultSelector\": {\"n.$\":"
                      + " \"States.ArrayLength($)\"}, ",
                  CALL),
              "[\"good\", \"bad\"]");
        });
    assertThat(outcomes).containsExactly("SUCCEEDED {\"n\":2}");
  }

  @Test
  void keepsTheOrderOfTheItemsWhoeverIsFirst() {
    var outcomes =
        outcomes((bench, order) ->
            bench.start(
                map("\"MaxConcurrency\": 2, ", "{\"Type\": \"Pass\", \"End\": true}"),
                "[1, 2, 3]"));
    assertThat(outcomes).containsExactly("SUCCEEDED [1,2,3]");
  }

  @Test
  void givesUpAMapInsideOfAParallelInEveryOrder() {
    var outcomes =
        outcomes((bench, order) ->
            bench.start(
                Machines.single(
                    """
                    {"Type": "Parallel", "Branches": [
                      {"StartAt": "A", "States": {"A": {"Type": "Map", "End": true, "ItemProcessor":
                        {"StartAt": "I", "States": {"I": {"Type": "Wait", "Seconds": 0, "End": true}}}}}},
                      {"StartAt": "B", "States": {"B": {"Type": "Fail", "Error": "E"}}}]}\
                    """),
                "[1, 2]"));
    assertThat(outcomes).containsExactly("FAILED E");
  }

  @Test
  void letsTheStopOrAnIterationWin() {
    var outcomes =
        outcomes((bench, order) -> {
          var execution =
              bench.start(map("", "{\"Type\": \"Wait\", \"Seconds\": 5, \"End\": true}"), "[1, 2]");
          bench
              .loop()
              .after(
                  Duration.ofSeconds(5),
                  () ->
                      bench
                          .stepFunctions()
                          .stopExecution(execution.arn(), Optional.of("Stop"), Optional.empty()));
          return execution;
        });
    assertThat(outcomes).containsExactlyInAnyOrder("SUCCEEDED [1,2]", "ABORTED Stop");
  }

  @AfterAll
  static void sayHowMany() {
    System.out.println("orders tried so far: " + EveryOrder.tried());
  }

  private static String map(String fields, String inside) {
    return Machines.single(
        "{\"Type\": \"Map\", %s\"ItemProcessor\": {\"StartAt\": \"I\", \"States\": {\"I\": %s}}}"
            .formatted(fields, inside));
  }
}

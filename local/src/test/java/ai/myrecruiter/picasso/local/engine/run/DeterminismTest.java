package ai.myrecruiter.picasso.local.engine.run;

import static ai.myrecruiter.picasso.local.engine.FakeFunctions.fails;
import static ai.myrecruiter.picasso.local.engine.FakeFunctions.returns;
import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.local.engine.Machines;
import ai.myrecruiter.picasso.local.engine.Workbench;
import ai.myrecruiter.picasso.local.loop.ReadyOrder;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DeterminismTest {
  @Test
  void repeatsAHistoryByteForByteFromItsSeed() {
    assertThat(history(42)).isEqualTo(history(42));
  }

  @Test
  void drawsOtherValuesFromAnotherSeed() {
    assertThat(history(42)).isNotEqualTo(history(43));
  }

  private static String history(long seed) {
    try (var bench = new Workbench(seed, ReadyOrder.ARRIVAL)) {
      bench.functions().when("flaky", fails("E", ""), fails("E", ""), returns("1"));
      bench.functions().when("ask", bench.functions().after(Duration.ofSeconds(2), returns("1")));
      var child = bench.machine(Machines.single("{\"Type\": \"Wait\", \"Seconds\": 9}"));
      var execution =
          bench.start(
              Machines.single(
                  """
                  {"Type": "Parallel", "Branches": [
                    {"StartAt": "A", "States": {"A": %s}},
                    {"StartAt": "B", "States": {"B": %s}},
                    {"StartAt": "C", "States": {"C": {"Type": "Task", "End": true,
                      "Resource": "arn:aws:states:::states:startExecution.sync:2",
                      "Parameters": {"StateMachineArn": "%s", "Input": {"id.$": "States.UUID()"}}}}}]}\
                  """
                      .formatted(
                          Machines.invoke(
                              "flaky",
                              "\"End\": true, \"Retry\": [{\"ErrorEquals\": [\"E\"],"
                                  + " \"IntervalSeconds\": 9, \"JitterStrategy\": \"FULL\"}]"),
                          Machines.await(
                                  "ask",
                                  "\"End\": true, \"TimeoutSeconds\": 30, \"Catch\":"
                                      + " [{\"ErrorEquals\": [\"States.ALL\"], \"Next\": \"B2\"}]")
                              + ", \"B2\": {\"Type\": \"Pass\", \"End\": true}",
                          child.arn())),
              "{}");
      var end = bench.finish(execution);
      bench.stepFunctions().startExecution(child.arn(), Optional.empty(), "{}");
      return bench.history(end) + "\n" + bench.stepFunctions().executions(child.arn());
    }
  }
}

package ai.myrecruiter.picasso.local.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.local.engine.FakeFunctions;
import ai.myrecruiter.picasso.local.engine.Machines;
import ai.myrecruiter.picasso.local.engine.Workbench;
import ai.myrecruiter.picasso.local.engine.data.Json;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ContextObjectTest {
  @Test
  void showsExecutionStateAndMachine() {
    try (var bench = new Workbench()) {
      var machine =
          bench.machine(
              """
              {"StartAt": "W", "States": {
                "W": {"Type": "Wait", "Seconds": 5, "Next": "P"},
                "P": {"Type": "Pass", "OutputPath": "$$", "End": true}}}\
              """);
      var execution =
          bench.stepFunctions().startExecution(machine.arn(), Optional.of("run"), "{\"a\": 1}");
      var end = bench.finish(execution);
      assertThat(end.output().map(Json::parse))
          .contains(
              Json.parse(
                  """
                  {"Execution": {
                     "Id": "arn:aws:states:us-east-1:000000000000:execution:machine-1:run",
                     "Input": {"a": 1}, "Name": "run", "RedriveCount": 0,
                     "RoleArn": "arn:aws:iam::000000000000:role/stage",
                     "StartTime": "2026-11-02T08:00:00.000Z"},
                   "State": {"EnteredTime": "2026-11-02T08:00:05.000Z", "Name": "P"},
                   "StateMachine": {
                     "Id": "arn:aws:states:us-east-1:000000000000:stateMachine:machine-1",
                     "Name": "machine-1"}}\
                  """));
    }
  }

  @Test
  void showsTheTokenOfATaskThatWaits() {
    try (var bench = new Workbench()) {
      bench.functions().when("ask", FakeFunctions.returns("1"));
      var execution = bench.start(Machines.single(Machines.await("ask", "")), "{}");
      bench.loop().runFor(Duration.ZERO);
      assertThat(bench.functions().calls())
          .singleElement()
          .satisfies(call -> assertThat(call).matches("ask \\{\"token\":\"[\\w=-]{64}\"\\}"));
      assertThat(bench.now(execution).isOver()).isFalse();
    }
  }
}

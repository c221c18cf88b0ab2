package ai.myrecruiter.picasso.local.engine.run;

import static ai.myrecruiter.picasso.local.engine.FakeFunctions.fails;
import static ai.myrecruiter.picasso.local.engine.FakeFunctions.hangs;
import static ai.myrecruiter.picasso.local.engine.FakeFunctions.returns;
import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.local.engine.ExecutionStatus;
import ai.myrecruiter.picasso.local.engine.Machines;
import ai.myrecruiter.picasso.local.engine.Workbench;
import ai.myrecruiter.picasso.local.engine.data.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CatchTest {
  private final Workbench bench = new Workbench();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void passesTheErrorOnAsTheInputOfTheNextState() {
    bench.functions().when("work", fails("E", "why"));
    var end = bench.run(Machines.caught(Machines.invoke("work", ""), "E"), "{\"a\":1}");
    assertThat(end.output())
        .contains(
            "{\"Error\":\"E\",\"Cause\":\"{\\\"errorType\\\":\\\"E\\\",\\\"errorMessage\\\":\\\"why\\\"}\"}");
    assertThat(bench.shape(end))
        .isEqualTo(
            """
            1<0 ExecutionStarted
            2<0 TaskStateEntered
            3<2 TaskScheduled
            4<3 TaskStarted
            5<4 TaskFailed
            6<5 TaskStateExited
            7<6 PassStateEntered
            8<7 PassStateExited
            9<8 ExecutionSucceeded\
            """);
  }

  @Test
  void placesTheErrorIntoTheRawInput() {
    bench.functions().when("work", fails("E", "why"));
    var end =
        bench.run(
            withCatch("\"InputPath\": \"$.b\", ", "\"ResultPath\": \"$.failure\""),
            "{\"a\":1,\"b\":{}}");
    var output = Json.parse(end.output().orElseThrow());
    assertThat(output.path("a").intValue()).isEqualTo(1);
    assertThat(output.path("failure").path("Error").textValue()).isEqualTo("E");
  }

  @Test
  void maySayNothingOfTheError() {
    bench.functions().when("work", fails("E", "why"));
    var end = bench.run(withCatch("", "\"ResultPath\": null"), "{\"a\":1}");
    assertThat(end.output()).contains("{\"a\":1}");
  }

  @Test
  void takesTheFirstCatcherThatMatches() {
    bench.functions().when("work", fails("B", ""));
    var end =
        bench.run(
            """
            {"StartAt": "T", "States": {
              "T": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
                "Parameters": {"FunctionName": "work"},
                "Catch": [
                  {"ErrorEquals": ["A"], "Next": "First"},
                  {"ErrorEquals": ["C", "B"], "Next": "Second"},
                  {"ErrorEquals": ["States.ALL"], "Next": "Third"}]},
              "First": {"Type": "Pass", "Result": 1, "End": true},
              "Second": {"Type": "Pass", "Result": 2, "End": true},
              "Third": {"Type": "Pass", "Result": 3, "End": true}}}\
            """,
            "{}");
    assertThat(end.output()).contains("2");
  }

  @ParameterizedTest
  @CsvSource({
    "E, States.ALL, true",
    "E, States.TaskFailed, true",
    "E, E, true",
    "E, F, false",
    "E, States.Timeout, false",
    "States.DataLimitExceeded, States.ALL, false",
    "States.DataLimitExceeded, States.TaskFailed, false",
    "States.DataLimitExceeded, States.DataLimitExceeded, true",
    "States.Runtime, States.ALL, false",
    "States.Runtime, States.Runtime, false",
    "States.Timeout, States.ALL, true",
    "States.Timeout, States.TaskFailed, false",
    "States.Timeout, States.Timeout, true"
  })
  void knowsWhoMayCatchWhat(String error, String catcher, boolean caught) {
    bench.functions().when("work", fails(error, ""));
    var end = bench.run(Machines.caught(Machines.invoke("work", ""), catcher), "{}");
    assertThat(end.status() == ExecutionStatus.SUCCEEDED).isEqualTo(caught);
  }

  @Test
  void catchesATimeoutWithAnEmptyCause() {
    bench.functions().when("work", hangs());
    var end =
        bench.run(
            Machines.caught(Machines.invoke("work", "\"TimeoutSeconds\": 5"), "States.Timeout"),
            "{}");
    assertThat(end.output()).contains("{\"Error\":\"States.Timeout\",\"Cause\":\"\"}");
  }

  @Test
  void doesNotCatchWhatIsWrongWithTheData() {
    bench.functions().when("work", returns("1"));
    var end =
        bench.run(
            Machines.caught(
                Machines.invoke("work", "\"ResultSelector\": {\"v.$\": \"$.none\"}"), "States.ALL"),
            "{}");
    assertThat(end.error()).contains("States.Runtime");
    assertThat(bench.shape(end)).endsWith("5<4 TaskSucceeded\n6<5 ExecutionFailed");
  }

  @Test
  void catchesAFailingFunctionOfItsData() {
    bench.functions().when("work", returns("1"));
    var selector = "\"ResultSelector\": {\"v.$\": \"States.MathAdd($.Payload, 'x')\"}";
    var end =
        bench.run(
            Machines.caught(Machines.invoke("work", selector), "States.IntrinsicFailure"), "{}");
    assertThat(end.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  @Test
  void isAskedAfterTheRetriersAreUsedUp() {
    bench.functions().when("work", fails("E", ""));
    var end =
        bench.run(
            Machines.caught(
                Machines.invoke(
                    "work", "\"Retry\": [{\"ErrorEquals\": [\"E\"], \"MaxAttempts\": 1}]"),
                "E"),
            "{}");
    assertThat(end.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(bench.functions().calls()).hasSize(2);
  }

  @Test
  void failsWhenTheErrorHasNoPlaceInTheInput() {
    bench.functions().when("work", fails("E", ""));
    var end = bench.run(withCatch("", "\"ResultPath\": \"$.x\""), "[1]");
    assertThat(end.error()).contains("States.ResultPathMatchFailure");
  }

  private static String withCatch(String more, String catcher) {
    return """
    {"StartAt": "T", "States": {
      "T": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true, %s
        "Parameters": {"FunctionName": "work"},
        "Catch": [{"ErrorEquals": ["E"], %s, "Next": "Caught"}]},
      "Caught": {"Type": "Pass", "End": true}}}\
    """
        .formatted(more, catcher);
  }
}

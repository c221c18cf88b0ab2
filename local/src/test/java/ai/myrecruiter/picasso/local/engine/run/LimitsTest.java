package ai.myrecruiter.picasso.local.engine.run;

import static ai.myrecruiter.picasso.local.engine.FakeFunctions.fails;
import static ai.myrecruiter.picasso.local.engine.FakeFunctions.returns;
import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.local.engine.ExecutionStatus;
import ai.myrecruiter.picasso.local.engine.Machines;
import ai.myrecruiter.picasso.local.engine.Workbench;
import ai.myrecruiter.picasso.local.engine.history.History;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class LimitsTest {
  private static final String LARGE = "\"" + "é".repeat(131_072) + "\"";
  private final Workbench bench = new Workbench();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void endsAnExecutionThatHasUsedUpItsEvents() {
    var end =
        bench.run(
            """
            {"StartAt": "A", "States": {
              "A": {"Type": "Pass", "Next": "B"},
              "B": {"Type": "Choice", "Choices": [{"Variable": "$", "IsNull": true, "Next": "C"}], "Default": "A"},
              "C": {"Type": "Succeed"}}}\
            """,
            "{}");
    assertThat(end.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(end.cause())
        .contains("The execution reached the maximum number of history events (25000).");
    assertThat(bench.history(end)).hasSize(History.MAX_EVENTS);
    assertThat(bench.types(end)).endsWith("ExecutionFailed");
  }

  @Test
  void endsEveryBranchWithTheExecution() {
    var loop =
        """
        {"StartAt": "A%d", "States": {
          "A%d": {"Type": "Wait", "Seconds": 1, "Next": "B%d"}, "B%d": {"Type": "Pass", "Next": "A%d"}}}\
        """;
    var end =
        bench.run(
            Machines.single(
                "{\"Type\": \"Parallel\", \"Branches\": ["
                    + loop.replace("%d", "1")
                    + ", "
                    + loop.replace("%d", "2")
                    + "]}"),
            "{}");
    bench.loop().runFor(Duration.ofHours(10));
    assertThat(bench.history(end)).hasSize(History.MAX_EVENTS);
  }

  @Test
  void refusesAnOutputThatIsTooLarge() {
    var end = bench.run(Machines.single("{\"Type\": \"Pass\", \"Result\": " + LARGE + "}"), "{}");
    assertThat(end.error()).contains("States.DataLimitExceeded");
    assertThat(end.cause())
        .contains(
            "The state/task 'Only' returned a result with a size exceeding the maximum number of"
                + " bytes service limit.");
    assertThat(bench.shape(end)).endsWith("2<0 PassStateEntered\n3<2 ExecutionFailed");
  }

  @Test
  void takesAnOutputThatIsJustNotTooLarge() {
    var fits = "\"" + "é".repeat(131_071) + "\"";
    var end = bench.run(Machines.single("{\"Type\": \"Pass\", \"Result\": " + fits + "}"), "{}");
    assertThat(end.output()).contains(fits);
  }

  @Test
  void refusesAResultOfATaskThatIsTooLargeEvenIfLittleOfItIsKept() {
    bench.functions().when("work", returns(LARGE));
    var state = Machines.invoke("work", "\"ResultSelector\": {\"v.$\": \"$.StatusCode\"}");
    var end = bench.run(Machines.caught(state, "States.DataLimitExceeded"), "{}");
    assertThat(end.output())
        .contains(
            "{\"Error\":\"States.DataLimitExceeded\",\"Cause\":\"The state/task 'lambda' returned a"
                + " result with a size exceeding the maximum number of bytes service limit.\"}");
    assertThat(bench.types(end)).contains("TaskFailed");
  }

  @Test
  void refusesParametersThatAreTooLarge() {
    var half = "\"" + "x".repeat(140_000) + "\"";
    var end =
        bench.run(
            Machines.single(
                """
                {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                 "Parameters": {"FunctionName": "work", "Payload": {"a.$": "$", "b.$": "$"}}}\
                """),
            half);
    assertThat(end.error()).contains("States.DataLimitExceeded");
    assertThat(bench.functions().calls()).isEmpty();
  }

  @Test
  void endsInsteadOfCatchingInCirclesWhenTheErrorDoesNotFitEither() {
    var nearlyFull = "{\"x\":\"" + "x".repeat(262_100) + "\"}";
    var end =
        bench.run(
            """
            {"StartAt": "T", "States": {
              "T": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
                "Parameters": {"FunctionName": "none"},
                "Catch": [
                  {"ErrorEquals": ["States.DataLimitExceeded"], "ResultPath": "$.e", "Next": "C"},
                  {"ErrorEquals": ["States.ALL"], "ResultPath": "$.e", "Next": "C"}]},
              "C": {"Type": "Pass", "End": true}}}\
            """,
            nearlyFull);
    assertThat(end.error()).contains("States.DataLimitExceeded");
  }

  @Test
  void shortensACauseThatIsTooLong() {
    bench.functions().when("work", fails("E", "x".repeat(40_000)));
    var end = bench.run(Machines.single(Machines.invoke("work", "")), "{}");
    assertThat(end.cause().orElseThrow()).hasSize(32_768);
  }
}

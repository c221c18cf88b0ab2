package ai.myrecruiter.picasso.local.engine.run;

import static ai.myrecruiter.picasso.local.engine.FakeFunctions.returns;
import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.local.engine.ExecutionStatus;
import ai.myrecruiter.picasso.local.engine.Machines;
import ai.myrecruiter.picasso.local.engine.Workbench;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ParallelTest {
  private final Workbench bench = new Workbench();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void writesEachBranchAsAChainFromItsStart() {
    var end =
        bench.run(
            parallel("{\"Type\": \"Pass\", \"End\": true}", "{\"Type\": \"Pass\", \"End\": true}"),
            "{}");
    assertThat(bench.shape(end))
        .isEqualTo(
            """
            1<0 ExecutionStarted
            2<0 ParallelStateEntered
            3<2 ParallelStateStarted
            4<3 PassStateEntered
            5<4 PassStateExited
            6<3 PassStateEntered
            7<6 PassStateExited
            8<7 ParallelStateSucceeded
            9<7 ParallelStateExited
            10<9 ExecutionSucceeded\
            """);
  }

  @Test
  void takesAsLongAsItsLongestBranch() {
    var end =
        bench.run(
            parallel(
                "{\"Type\": \"Wait\", \"Seconds\": 30, \"End\": true}",
                "{\"Type\": \"Wait\", \"Seconds\": 50, \"End\": true}"),
            "{}");
    assertThat(bench.took(end)).isEqualTo(Duration.ofSeconds(50));
  }

  @Test
  void givesUpTheOtherBranchesWhenOneFails() {
    var end =
        bench.run(
            parallel(
                "{\"Type\": \"Fail\", \"Error\": \"Broken\", \"Cause\": \"c\"}",
                "{\"Type\": \"Wait\", \"Seconds\": 50, \"End\": true}"),
            "{}");
    assertThat(end.error()).contains("Broken");
    assertThat(end.cause()).contains("c");
    assertThat(bench.took(end)).isEqualTo(Duration.ZERO);
  }

  @Test
  void showsWhichStatesWereGivenUp() {
    bench.functions().when("ask", returns("1"));
    var end =
        bench.run(
            parallel(
                "{\"Type\": \"Wait\", \"Seconds\": 50, \"End\": true}",
                Machines.await("ask", "\"End\": true"),
                """
                {"Type": "Parallel", "End": true, "Branches": [
                  {"StartAt": "Inner", "States": {"Inner": {"Type": "Wait", "Seconds": 9, "End": true}}}]}\
                """,
                "{\"Type\": \"Wait\", \"Seconds\": 3, \"Next\": \"Boom\"}, \"Boom\": {\"Type\":"
                    + " \"Fail\", \"Error\": \"E\"}"),
            "{}");
    assertThat(bench.types(end))
        .endsWith(
            "FailStateEntered",
            "WaitStateAborted",
            "TaskStateAborted",
            "WaitStateAborted",
            "ParallelStateAborted",
            "ParallelStateFailed",
            "ExecutionFailed");
  }

  @Test
  void isMatchedAsTheFailureOfABranch() {
    var state =
        """
        {"Type": "Parallel", "Branches": [
          {"StartAt": "F", "States": {"F": {"Type": "Fail", "Error": "E"}}}]}\
        """;
    assertThat(bench.run(Machines.caught(state, "States.BranchFailed"), "{}").output())
        .contains("{\"Error\":\"E\",\"Cause\":\"\"}");
    assertThat(bench.run(Machines.caught(state, "E"), "{}").status())
        .isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  @Test
  void handlesErrorsInsideABranchThere() {
    var end =
        bench.run(
            parallel(
                Machines.invoke(
                        "none",
                        "\"Catch\": [{\"ErrorEquals\": [\"States.ALL\"], \"Next\": \"Saved\"}],"
                            + " \"End\": true")
                    + ", \"Saved\": {\"Type\": \"Pass\", \"Result\": \"saved\", \"End\": true}",
                "{\"Type\": \"Succeed\"}"),
            "{}");
    assertThat(end.output()).contains("[\"saved\",{}]");
  }

  @Test
  void countsTheWholeOutputAgainstTheLimit() {
    var large = "{\"Type\": \"Pass\", \"Result\": \"" + "x".repeat(140_000) + "\", \"End\": true}";
    var end = bench.run(parallel(large, large), "{}");
    assertThat(end.error()).contains("States.DataLimitExceeded");
  }

  private static String parallel(String... firstStates) {
    var branches = new StringBuilder();
    for (int i = 0; i < firstStates.length; i++) {
      branches
          .append(i == 0 ? "" : ", ")
          .append(
              "{\"StartAt\": \"B%d\", \"States\": {\"B%d\": %s}}".formatted(i, i, firstStates[i]));
    }
    return Machines.single("{\"Type\": \"Parallel\", \"Branches\": [" + branches + "]}");
  }
}

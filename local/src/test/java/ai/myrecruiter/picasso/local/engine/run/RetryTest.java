package ai.myrecruiter.picasso.local.engine.run;

import static ai.myrecruiter.picasso.local.engine.FakeFunctions.fails;
import static ai.myrecruiter.picasso.local.engine.FakeFunctions.isRefused;
import static ai.myrecruiter.picasso.local.engine.FakeFunctions.maps;
import static ai.myrecruiter.picasso.local.engine.FakeFunctions.returns;
import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.local.engine.Execution;
import ai.myrecruiter.picasso.local.engine.ExecutionStatus;
import ai.myrecruiter.picasso.local.engine.Machines;
import ai.myrecruiter.picasso.local.engine.Workbench;
import ai.myrecruiter.picasso.local.loop.ReadyOrder;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RetryTest {
  private final Workbench bench = new Workbench();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void triesAgainAfterTheIntervalAndBacksOff() {
    bench.functions().when("work", fails("E", ""), fails("E", ""), fails("E", ""), returns("1"));
    var end = run("{\"ErrorEquals\": [\"E\"], \"IntervalSeconds\": 2, \"BackoffRate\": 3}");
    assertThat(end.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(bench.took(end)).isEqualTo(Duration.ofSeconds(2 + 6 + 18));
    assertThat(bench.shape(end))
        .startsWith(
            """
            1<0 ExecutionStarted
            2<0 TaskStateEntered
            3<2 TaskScheduled
            4<3 TaskStarted
            5<4 TaskFailed
            6<5 TaskScheduled
            7<6 TaskStarted
            8<7 TaskFailed
            9<8 TaskScheduled\
            """);
  }

  @Test
  void givesUpAfterThreeRetriesByDefault() {
    bench.functions().when("work", fails("E", ""));
    var end = run("{\"ErrorEquals\": [\"States.ALL\"]}");
    assertThat(end.error()).contains("E");
    assertThat(bench.functions().calls()).hasSize(4);
    assertThat(bench.took(end)).isEqualTo(Duration.ofSeconds(1 + 2 + 4));
  }

  @Test
  void doesNotTryAgainForNoAttempts() {
    bench.functions().when("work", fails("E", ""));
    run("{\"ErrorEquals\": [\"E\"], \"MaxAttempts\": 0}, {\"ErrorEquals\": [\"States.ALL\"]}");
    assertThat(bench.functions().calls()).hasSize(1);
  }

  @Test
  void countsEachRetrierByItself() {
    bench
        .functions()
        .when(
            "work",
            fails("A", ""),
            fails("B", ""),
            fails("A", ""),
            fails("B", ""),
            fails("A", ""),
            returns("1"));
    var end =
        run(
            "{\"ErrorEquals\": [\"A\"], \"MaxAttempts\": 2}, {\"ErrorEquals\": [\"B\"],"
                + " \"MaxAttempts\": 5}");
    assertThat(end.error()).contains("A");
    assertThat(bench.functions().calls()).hasSize(5);
  }

  @Test
  void doesNotFallToTheNextRetrierWhenTheFirstIsUsedUp() {
    bench.functions().when("work", fails("A", ""));
    run(
        "{\"ErrorEquals\": [\"A\"], \"MaxAttempts\": 1}, {\"ErrorEquals\": [\"States.ALL\"],"
            + " \"MaxAttempts\": 5}");
    assertThat(bench.functions().calls()).hasSize(2);
  }

  @Test
  void matchesAnyTaskErrorByTaskFailedButNoTimeout() {
    bench.functions().when("work", isRefused("Lambda.TooManyRequestsException", ""), returns("1"));
    assertThat(run("{\"ErrorEquals\": [\"States.TaskFailed\"]}").status())
        .isEqualTo(ExecutionStatus.SUCCEEDED);
    bench.functions().when("slow", bench.functions().after(Duration.ofSeconds(9), returns("1")));
    var end =
        bench.run(
            Machines.single(
                Machines.invoke(
                    "slow",
                    "\"TimeoutSeconds\": 5, \"Retry\": [{\"ErrorEquals\":"
                        + " [\"States.TaskFailed\"]}]")),
            "{}");
    assertThat(end.error()).contains("States.Timeout");
  }

  @Test
  void capsTheDelay() {
    bench.functions().when("work", fails("E", ""));
    var end =
        run(
            "{\"ErrorEquals\": [\"E\"], \"IntervalSeconds\": 10, \"BackoffRate\": 10,"
                + " \"MaxDelaySeconds\": 15}");
    assertThat(bench.took(end)).isEqualTo(Duration.ofSeconds(10 + 15 + 15));
  }

  @Test
  void drawsFullJitterFromTheSeed() {
    assertThat(jittered(1)).isEqualTo(jittered(1)).isLessThan(Duration.ofSeconds(400));
    assertThat(jittered(1)).isNotEqualTo(jittered(2));
  }

  private static Duration jittered(long seed) {
    try (var bench = new Workbench(seed, ReadyOrder.ARRIVAL)) {
      bench.functions().when("work", fails("E", ""));
      var end =
          bench.run(
              Machines.single(
                  Machines.invoke(
                      "work",
                      "\"Retry\": [{\"ErrorEquals\": [\"E\"], \"IntervalSeconds\": 100,"
                          + " \"BackoffRate\": 1, \"MaxAttempts\": 4, \"JitterStrategy\":"
                          + " \"FULL\"}]")),
              "{}");
      return bench.took(end);
    }
  }

  @Test
  void evaluatesParametersAnewAndShowsTheRetryCount() {
    bench.functions().when("work", fails("E", ""), fails("E", ""), maps(p -> p));
    var end =
        bench.run(
            Machines.single(
                """
                {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                 "Parameters": {"FunctionName": "work", "Payload.$": "$$.State.RetryCount"},
                 "ResultSelector": {"tried.$": "$.Payload"},
                 "Retry": [{"ErrorEquals": ["E"]}]}\
                """),
            "{}");
    assertThat(end.output()).contains("{\"tried\":2}");
    assertThat(bench.functions().calls()).containsExactly("work 0", "work 1", "work 2");
  }

  @Test
  void triesAWholeParallelAgain() {
    bench.functions().when("work", fails("E", ""), returns("1"));
    var end =
        bench.run(
            Machines.single(
                """
                {"Type": "Parallel", "Retry": [{"ErrorEquals": ["E"]}], "Branches": [
                  {"StartAt": "T", "States": {"T": {"Type": "Task", "End": true,
                    "Resource": "arn:aws:states:::lambda:invoke",
                    "Parameters": {"FunctionName": "work"}}}}]}\
                """),
            "{}");
    assertThat(end.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(bench.types(end)).filteredOn("ParallelStateStarted"::equals).hasSize(2);
    assertThat(bench.types(end)).filteredOn("ParallelStateEntered"::equals).hasSize(1);
  }

  @Test
  void neverRetriesWhatIsWrongWithTheData() {
    var end =
        bench.run(
            Machines.single(
                """
                {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                 "Parameters": {"FunctionName.$": "$.none"},
                 "Retry": [{"ErrorEquals": ["States.ALL"]}]}\
                """),
            "{}");
    assertThat(end.error()).contains("States.Runtime");
    assertThat(bench.took(end)).isEqualTo(Duration.ZERO);
  }

  private Execution run(String retriers) {
    return bench.run(
        Machines.single(Machines.invoke("work", "\"Retry\": [" + retriers + "]")), "{}");
  }
}

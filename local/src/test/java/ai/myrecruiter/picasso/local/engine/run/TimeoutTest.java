package ai.myrecruiter.picasso.local.engine.run;

import static ai.myrecruiter.picasso.local.engine.FakeFunctions.hangs;
import static ai.myrecruiter.picasso.local.engine.FakeFunctions.returns;
import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.local.engine.ExecutionStatus;
import ai.myrecruiter.picasso.local.engine.Machines;
import ai.myrecruiter.picasso.local.engine.Workbench;
import ai.myrecruiter.picasso.local.engine.history.EventDetails;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TimeoutTest {
  private final Workbench bench = new Workbench();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void endsATaskThatTakesTooLong() {
    bench.functions().when("work", hangs());
    var end = bench.run(Machines.single(Machines.invoke("work", "\"TimeoutSeconds\": 30")), "{}");
    assertThat(end.error()).contains("States.Timeout");
    assertThat(bench.took(end)).isEqualTo(Duration.ofSeconds(30));
    assertThat(bench.shape(end)).endsWith("4<3 TaskStarted\n5<4 TaskTimedOut\n6<5 ExecutionFailed");
    assertThat(bench.history(end).get(2).details())
        .isInstanceOfSatisfying(
            EventDetails.TaskScheduled.class,
            scheduled -> assertThat(scheduled.timeoutInSeconds()).contains(30L));
  }

  @Test
  void ignoresAnAnswerThatComesTooLate() {
    bench.functions().when("work", bench.functions().after(Duration.ofSeconds(40), returns("1")));
    var end =
        bench.run(
            Machines.caught(Machines.invoke("work", "\"TimeoutSeconds\": 30"), "States.ALL"), "{}");
    var before = bench.shape(end);
    bench.loop().runFor(Duration.ofMinutes(5));
    assertThat(bench.shape(end)).isEqualTo(before);
    assertThat(end.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  @Test
  void ignoresALateAnswerWhileTheTaskIsTriedAgain() {
    bench
        .functions()
        .when(
            "work",
            bench.functions().after(Duration.ofSeconds(12), returns("\"late\"")),
            bench.functions().after(Duration.ofSeconds(8), returns("\"second\"")));
    var end =
        bench.run(
            Machines.single(
                Machines.invoke(
                    "work",
                    "\"TimeoutSeconds\": 10, \"ResultSelector\": {\"v.$\": \"$.Payload\"},"
                        + " \"Retry\": [{\"ErrorEquals\": [\"States.Timeout\"]}]")),
            "{}");
    assertThat(end.output()).contains("{\"v\":\"second\"}");
    assertThat(bench.took(end)).isEqualTo(Duration.ofSeconds(10 + 1 + 8));
  }

  @Test
  void takesTheTimeoutFromTheInput() {
    bench.functions().when("work", hangs());
    var end =
        bench.run(
            Machines.single(Machines.invoke("work", "\"TimeoutSecondsPath\": \"$.limit\"")),
            "{\"limit\": 7}");
    assertThat(bench.took(end)).isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void refusesATimeoutThatIsNoNumber() {
    var end =
        bench.run(
            Machines.single(Machines.invoke("work", "\"TimeoutSecondsPath\": \"$.limit\"")),
            "{\"limit\": \"7\"}");
    assertThat(end.error()).contains("States.Runtime");
    assertThat(end.cause().orElseThrow()).contains("TimeoutSecondsPath", "$.limit == \"7\"");
  }

  @Test
  void writesTheTimeoutOfAPlainFunctionInItsFamily() {
    var arn = "arn:aws:lambda:us-east-1:000000000000:function:work";
    bench.functions().when(arn, hangs());
    var end =
        bench.run(
            Machines.single(
                "{\"Type\": \"Task\", \"Resource\": \"" + arn + "\", \"TimeoutSeconds\": 3}"),
            "{}");
    assertThat(bench.types(end)).endsWith("LambdaFunctionTimedOut", "ExecutionFailed");
  }

  @Test
  void endsAnExecutionThatTakesTooLong() {
    var end =
        bench.run(
            """
            {"TimeoutSeconds": 60, "StartAt": "W",
             "States": {"W": {"Type": "Wait", "Seconds": 600, "End": true}}}\
            """,
            "{}");
    assertThat(end.status()).isEqualTo(ExecutionStatus.TIMED_OUT);
    assertThat(end.error()).contains("States.Timeout");
    assertThat(bench.took(end)).isEqualTo(Duration.ofSeconds(60));
    assertThat(bench.shape(end)).endsWith("2<0 WaitStateEntered\n3<2 ExecutionTimedOut");
    assertThat(bench.history(end).getLast().details())
        .isEqualTo(
            new EventDetails.ExecutionTimedOut(Optional.of("States.Timeout"), Optional.empty()));
  }

  @Test
  void writesNothingAfterTheEndOfAnExecutionInTime() {
    var end =
        bench.run(
            """
            {"TimeoutSeconds": 60, "StartAt": "W",
             "States": {"W": {"Type": "Wait", "Seconds": 6, "End": true}}}\
            """,
            "{}");
    bench.loop().runFor(Duration.ofMinutes(5));
    assertThat(bench.types(end)).endsWith("ExecutionSucceeded");
  }
}

package ai.myrecruiter.picasso.local.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.local.engine.ExecutionStatus;
import ai.myrecruiter.picasso.local.engine.Machines;
import ai.myrecruiter.picasso.local.engine.Workbench;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WaitAndFailTest {
  private final Workbench bench = new Workbench();

  @AfterEach
  void close() {
    bench.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"Seconds\": 90 | PT1M30S",
        "\"Seconds\": 0 | PT0S",
        "\"SecondsPath\": \"$.s\" | PT5S",
        "\"Timestamp\": \"2026-11-02T09:00:00Z\" | PT1H",
        "\"Timestamp\": \"2026-11-02T10:30:00+02:00\" | PT30M",
        "\"TimestampPath\": \"$.t\" | PT24H",
        "\"Timestamp\": \"2016-01-01T00:00:00Z\" | PT0S"
      })
  void waits(String until, Duration expected) {
    var end =
        bench.run(
            Machines.single("{\"Type\": \"Wait\", " + until + "}"),
            "{\"s\": 5, \"t\": \"2026-11-03T08:00:00Z\"}");
    assertThat(end.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(bench.took(end)).isEqualTo(expected);
  }

  @Test
  void writesWhenAWaitBeganAndEnded() {
    var end = bench.run(Machines.single("{\"Type\": \"Wait\", \"Seconds\": 90}"), "{}");
    assertThat(bench.shape(end)).contains("2<0 WaitStateEntered\n3<2 WaitStateExited");
    assertThat(bench.history(end).get(1).timestamp()).isEqualTo(Workbench.START);
    assertThat(bench.history(end).get(2).timestamp()).isEqualTo(Workbench.START.plusSeconds(90));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"Error\": \"E\", \"Cause\": \"c\" | E | c",
        "\"ErrorPath\": \"$.e\", \"CausePath\": \"States.Format('{}!', $.c)\" | FromInput |"
            + " because!",
        "\"ErrorPath\": \"$$.State.Name\" | F | "
      })
  void failsWithItsErrorAndCause(String fields, String error, String cause) {
    var end = bench.run(fail(", " + fields), "{\"e\": \"FromInput\", \"c\": \"because\"}");
    assertThat(end.error()).contains(error);
    assertThat(end.cause().orElse("")).isEqualTo(cause == null ? "" : cause);
    assertThat(bench.shape(end))
        .isEqualTo("1<0 ExecutionStarted\n2<0 FailStateEntered\n3<2 ExecutionFailed");
  }

  @Test
  void mayFailWithoutSayingWhy() {
    var end = bench.run(fail(""), "{}");
    assertThat(end.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(end.error()).isEmpty();
    assertThat(end.cause()).isEmpty();
  }

  @Test
  void failsOtherwiseWhenItsErrorIsNotThere() {
    var end = bench.run(fail(", \"ErrorPath\": \"$.x\""), "{}");
    assertThat(end.error()).contains("States.Runtime");
    assertThat(end.cause())
        .contains(
            "An error occurred while executing the state 'F' (entered at the event id #2). The"
                + " JSONPath '$.x' specified for the field 'ErrorPath' could not be found in the"
                + " input '{}'");
  }

  @Test
  void failsOtherwiseWhenItsErrorIsNoText() {
    var end = bench.run(fail(", \"CausePath\": \"$.x\""), "{\"x\": 1}");
    assertThat(end.error()).contains("States.Runtime");
  }

  private static String fail(String fields) {
    return "{\"StartAt\": \"F\", \"States\": {\"F\": {\"Type\": \"Fail\"" + fields + "}}}";
  }
}

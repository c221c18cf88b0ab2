package ai.myrecruiter.picasso.runtime.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.runtime.bootstrap.Invocation;
import ai.myrecruiter.picasso.runtime.telemetry.Metric;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class StreamRecordTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);
  private final List<String> lines = new ArrayList<>();
  private final StreamRecord record =
      new StreamRecord(
          Map.of("AWS_LAMBDA_FUNCTION_VERSION", "7"),
          new Invocation(
              "0a1b2c3d-0000-4000-8000-00000000000a",
              NOW.plusSeconds(30),
              "arn:aws:lambda:us-east-1:000000000000:function:picasso-test-streaming:live",
              Optional.empty(),
              new byte[0]),
          CLOCK,
          lines::add);

  private static Answer answer(String text) {
    var answer = new Answer(1_000, CLOCK);
    answer.add(new Signal.Text(1, text, NOW));
    answer.sent();
    return answer;
  }

  @Test
  void countsAnAnswerBesideWhichNoTokenWasVerified() {
    record.streamed(new Outcome.Done("end_turn"), answer("hello"), 1);
    assertThat(lines.toString()).contains("\"JwtBypasses\":1");
  }

  @Test
  void countsABypassHoweverTheAnswerEnded() {
    record.streamed(new Outcome.Broken(ErrorCode.MODEL_FAILED), answer("hello"), 1);
    assertThat(lines.toString()).contains("\"JwtBypasses\":1", "\"StreamErrors\":1");
  }

  @Test
  void countsABypassWhereTheTokenWasVerifiedAndRefused() {
    record.measures().time(Metric.JWT_VERIFY_LATENCY, Duration.ofMillis(1));
    record.streamed(new Outcome.Done("end_turn"), answer("hello"), 1);
    assertThat(lines.toString()).contains("\"JwtBypasses\":1");
  }

  @Test
  void countsNoBypassWhereATokenWasAccepted() {
    record.measures().count(Metric.TOKENS_ACCEPTED, 1);
    record.streamed(new Outcome.Done("end_turn"), answer("hello"), 1);
    assertThat(lines.toString()).contains("FirstTokenLatency").doesNotContain("JwtBypasses");
  }

  @Test
  void countsNoBypassWhereNothingWasAnswered() {
    record.streamed(new Outcome.Broken(ErrorCode.MODEL_FAILED), answer(""), 1);
    assertThat(lines.toString()).contains("\"StreamErrors\":1").doesNotContain("JwtBypasses");
  }

  @ParameterizedTest
  @EnumSource
  void countsARefusalAsOurErrorFrom500On(ErrorCode code) {
    record.refused(code);
    assertThat(lines.toString())
        .contains("\"ServerErrors\":" + (code.status() >= 500 ? 1 : 0), "\"Requests\":1")
        .doesNotContain("JwtBypasses");
  }
}

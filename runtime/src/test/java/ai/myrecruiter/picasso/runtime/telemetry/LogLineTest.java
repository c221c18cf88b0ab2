package ai.myrecruiter.picasso.runtime.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class LogLineTest {
  private static final String REQUEST = "0a1b2c3d-0000-4000-8000-00000000000a";
  private static final Origin ORIGIN =
      Origin.of(
          "picasso-staging-chat",
          "arn:aws:lambda:us-east-1:000000000000:function:picasso-staging-chat:live",
          "7",
          REQUEST);

  private enum Answer {
    BAD_JSON
  }

  private final List<String> lines = new ArrayList<>();
  private final Telemetry telemetry =
      new Telemetry(
          InstantSource.fixed(java.time.Instant.parse("2026-11-02T08:00:00.25Z")),
          ORIGIN,
          lines::add);

  @Test
  void writesOneJsonObjectWithTheCorrelationIdOfTheInvocation() {
    telemetry.log(
        LogLine.of(Level.WARN, LogEvent.REQUEST)
            .with(Word.ERROR_CODE, Answer.BAD_JSON)
            .with(Figure.STATUS, 400)
            .session(new OpaqueId("00112233445566778899aabbccddeeff")));
    assertThat(lines)
        .containsExactly(
            "{\"timestamp\":\"2026-11-02T08:00:00.250Z\",\"level\":\"WARN\",\"event\":\"request\","
                + "\"requestId\":\""
                + REQUEST
                + "\",\"function\":\"picasso-staging-chat\","
                + "\"version\":\"7\",\"errorCode\":\"bad_json\",\"status\":400,"
                + "\"session\":\"00112233445566778899aabbccddeeff\"}");
  }

  @Test
  void saysWhereADefectWasMetAndNotWhatItSaid() {
    telemetry.log(
        LogLine.of(Level.ERROR, LogEvent.REQUEST)
            .defect(new IllegalStateException("Ada Example, 123-45-6789")));
    assertThat(lines.getFirst())
        .contains("\"defect\":\"java.lang.IllegalStateException\"", "LogLineTest:")
        .doesNotContain("Ada", "6789");
  }

  @Test
  void limitsNumbersBelowThoseThatNameAPerson() {
    telemetry.log(
        LogLine.of(Level.INFO, LogEvent.REQUEST)
            .with(Figure.BYTES, 123_45_6789L)
            .with(Figure.DURATION_MS, -1));
    assertThat(lines.getFirst()).contains("\"bytes\":9999999", "\"durationMs\":0");
    assertThat(Figure.values())
        .allSatisfy(figure -> assertThat(figure.limited(Long.MAX_VALUE)).isLessThan(10_000_000));
  }

  /** The guarantee is in the signatures: no public way in takes a text or an open type. */
  @Test
  void takesNoText() {
    assertThat(
            Stream.of(LogLine.class, Measures.class)
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .flatMap(method -> Stream.of(method.getParameterTypes()))
                .distinct()
                .map(Class::getSimpleName))
        .containsExactlyInAnyOrder(
            "Level",
            "LogEvent",
            "Word",
            "Enum",
            "Figure",
            "long",
            "OpaqueId",
            "Throwable",
            "Metric",
            "Duration");
  }

  @Test
  void leavesOutARequestIdThatIsNone() {
    assertThat(Origin.of("f", "f", "1", "Ada Example").request()).isEqualTo(Optional.empty());
  }
}

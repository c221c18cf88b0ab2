package ai.myrecruiter.picasso.runtime.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MeasuresTest {
  private static final Instant NOW = Instant.parse("2026-11-02T08:00:00.250Z");

  private static List<JsonNode> published(Measures measures) {
    var lines = new ArrayList<String>();
    new Telemetry(
            InstantSource.fixed(NOW),
            Origin.of("chat", "arn:aws:lambda:r:1:function:chat:live", "7", ""),
            lines::add)
        .publish(measures);
    return lines.stream().map(MeasuresTest::parse).toList();
  }

  private static JsonNode parse(String line) {
    try {
      return new ObjectMapper().readTree(line);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void publishesByVersionAndForTheFunction() {
    var line = published(new Measures().count(Metric.REQUESTS, 1)).getFirst();
    assertThat(line.toString())
        .isEqualTo(
            "{\"FunctionName\":\"chat\",\"Resource\":\"chat:live\",\"ExecutedVersion\":\"7\",\"_aws\":"
                + "{\"Timestamp\":1793606400250,\"CloudWatchMetrics\":[{\"Namespace\":\"Picasso/Chat\","
                + "\"Dimensions\":[[\"FunctionName\",\"Resource\",\"ExecutedVersion\"],[\"FunctionName\"]],"
                + "\"Metrics\":[{\"Name\":\"Requests\",\"Unit\":\"Count\",\"StorageResolution\":1}]}]},"
                + "\"Requests\":1}");
  }

  @Test
  void addsCountsAndKeepsEveryDuration() {
    var measures =
        new Measures()
            .count(Metric.SERVER_ERRORS, 0)
            .count(Metric.SERVER_ERRORS, 2)
            .time(Metric.TOKEN_LATENCY, Duration.ofNanos(1_500_000))
            .time(Metric.TOKEN_LATENCY, Duration.ZERO);
    var line = published(measures).getFirst();
    assertThat(line.path("ServerErrors").asInt()).isEqualTo(2);
    assertThat(line.path("TokenLatency").toString()).isEqualTo("[1.5,0.0]");
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "100, 1", "101, 2", "250, 3"})
  void splitsLinesAtTheFormatsLimit(int values, int lines) {
    var measures = new Measures();
    Stream.generate(() -> Duration.ofMillis(3))
        .limit(values)
        .forEach(duration -> measures.time(Metric.TOKEN_LATENCY, duration));
    var published = published(measures);
    assertThat(published).hasSize(lines);
    assertThat(published.stream().mapToInt(l -> Math.max(1, l.path("TokenLatency").size())).sum())
        .isEqualTo(values);
  }

  @Test
  void namesEveryMetricOnce() {
    assertThat(Stream.of(Metric.values()).map(Metric::text)).doesNotHaveDuplicates();
  }

  @Test
  void refusesATimeThatRanBackwards() {
    assertThatThrownBy(() -> new Measures().time(Metric.TOKEN_LATENCY, Duration.ofMillis(-1)))
        .hasMessageContaining("one clock");
  }
}

package ai.myrecruiter.picasso.runtime.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class LatencyHistogramTest {
  private final LatencyHistogram histogram = new LatencyHistogram();

  @Test
  void isEmptyAtFirst() {
    assertThat(histogram.read()).isEqualTo(new Latency(0, Duration.ZERO, Duration.ZERO));
  }

  @Test
  void quantilesAreAtMostNinePerCentTooHigh() {
    for (int micros = 1; micros <= 1_000; micros++) {
      histogram.record(micros * 1_000L);
    }
    var latency = histogram.read();
    assertThat(latency.count()).isEqualTo(1_000);
    assertThat(latency.median()).isBetween(Duration.ofNanos(500_000), Duration.ofNanos(546_000));
    assertThat(latency.p99()).isBetween(Duration.ofNanos(990_000), Duration.ofNanos(1_081_000));
  }

  @Test
  void takesWhatIsOutOfRange() {
    histogram.record(-5);
    histogram.record(Long.MAX_VALUE);
    assertThat(histogram.read().count()).isEqualTo(2);
  }
}

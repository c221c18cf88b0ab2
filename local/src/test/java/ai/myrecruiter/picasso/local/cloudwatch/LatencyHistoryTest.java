package ai.myrecruiter.picasso.local.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.local.loop.VirtualLoop;
import ai.myrecruiter.picasso.tasks.metrics.LatencyHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The thresholds of latency, read from the stage's own CloudWatch. */
final class LatencyHistoryTest {
  private static final Instant NOW = Instant.parse("2026-11-02T08:30:00Z");
  private static final long OBJECTIVE = 3_000;
  private final VirtualLoop loop = new VirtualLoop(NOW.minus(Duration.ofDays(2)), 1);
  private final TestCloudWatch cloudWatch = new TestCloudWatch(loop);

  private MetricSeries durations(String function, String alias) {
    return cloudWatch.metrics.series(
        MetricId.of(
            "AWS/Lambda",
            "Duration",
            Map.of("FunctionName", function, "Resource", function + ":" + alias)));
  }

  /** Durations of 1 to 100 times a number of milliseconds, each once. */
  private void hour(Instant at, String function, String alias, int times) {
    var series = durations(function, alias);
    for (var i = 1; i <= 100; i++) {
      series.record(at, (double) i * times, Resolution.STANDARD);
    }
  }

  private List<Long> thresholds() {
    return new LatencyHistory(cloudWatch.client).thresholds("f", "live", NOW, OBJECTIVE);
  }

  @Test
  void hasTheObjectiveAloneWithoutAHistory() {
    assertThat(thresholds()).containsExactly(OBJECTIVE);
  }

  @Test
  void takesThePercentilesOfTheDayBeforeAndTheObjective() {
    hour(NOW.minus(Duration.ofHours(3)), "f", "live", 10);
    var thresholds = thresholds();
    assertThat(thresholds).hasSize(5).isSorted().endsWith(OBJECTIVE);
    assertThat(thresholds.get(0)).isBetween(490L, 510L);
    assertThat(thresholds.get(1)).isBetween(890L, 910L);
    assertThat(thresholds.get(2)).isBetween(940L, 960L);
    assertThat(thresholds.get(3)).isBetween(980L, 1_000L);
  }

  @Test
  void takesTheMedianOfTheHoursSoThatOneBadHourDoesNotCount() {
    hour(NOW.minus(Duration.ofHours(3)), "f", "live", 10);
    var usual = thresholds();
    hour(NOW.minus(Duration.ofHours(4)), "f", "live", 10);
    hour(NOW.minus(Duration.ofHours(5)), "f", "live", 1_000);
    assertThat(thresholds()).isEqualTo(usual);
  }

  @Test
  void leavesOtherAliasesFunctionsAndDaysAside() {
    hour(NOW.minus(Duration.ofHours(3)), "f", "other", 10);
    hour(NOW.minus(Duration.ofHours(3)), "g", "live", 10);
    hour(NOW.minus(Duration.ofHours(26)), "f", "live", 10);
    assertThat(thresholds()).containsExactly(OBJECTIVE);
  }

  @Test
  void neverHasAThresholdBelowAMillisecondOrTwice() {
    durations("f", "live").record(NOW.minus(Duration.ofHours(1)), 0.2, Resolution.STANDARD);
    assertThat(thresholds()).containsExactly(1L, OBJECTIVE);
  }
}

package ai.myrecruiter.picasso.local.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.local.loop.VirtualLoop;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MetricStoreTest {
  private static final Instant START = Instant.parse("2026-11-02T08:00:00Z");
  private static final MetricId HITS = MetricId.of("N", "Hits", Map.of("F", "f"));
  private final VirtualLoop loop = new VirtualLoop(START, 1);
  private final MetricStore store = new MetricStore(loop, Duration.ZERO);

  private Map<Instant, Double> query(MetricStore from, String stat, int period) {
    return PointMaps.of(
        from.query(
            from.series(HITS),
            Stat.parse(stat),
            Window.of(START, START.plusSeconds(300), Duration.ofSeconds(period))));
  }

  @Test
  void stampsAStandardValueAtItsMinuteAndAHighResolutionValueAtItsSecond() {
    store.series(HITS).record(START.plusMillis(83_400), 1, Resolution.STANDARD);
    store.series(HITS).record(START.plusMillis(83_400), 1, Resolution.HIGH);
    assertThat(query(store, "Sum", 1))
        .containsOnly(Map.entry(START.plusSeconds(60), 1.0), Map.entry(START.plusSeconds(83), 1.0));
    assertThat(query(store, "Sum", 60)).containsOnly(Map.entry(START.plusSeconds(60), 2.0));
  }

  @Test
  void keepsMetricsOfOtherDimensionsApart() {
    store.series(HITS).record(START, 1, Resolution.HIGH);
    store
        .series(MetricId.of("N", "Hits", Map.of("F", "f", "V", "2")))
        .record(START, 5, Resolution.HIGH);
    assertThat(query(store, "Sum", 60)).containsOnly(Map.entry(START, 1.0));
  }

  @Test
  void computesEveryStatisticOfAPeriod() {
    for (int value = 1; value <= 100; value++) {
      store.series(HITS).record(START.plusSeconds(5), value, Resolution.HIGH);
    }
    assertThat(query(store, "Sum", 10)).containsValue(5050.0);
    assertThat(query(store, "Average", 10)).containsValue(50.5);
    assertThat(query(store, "Minimum", 10)).containsValue(1.0);
    assertThat(query(store, "Maximum", 10)).containsValue(100.0);
    assertThat(query(store, "SampleCount", 10)).containsValue(100.0);
    assertThat(query(store, "p99", 10)).containsValue(99.0);
    assertThat(query(store, "p50", 10)).containsValue(50.0);
    assertThat(query(store, "p99.9", 10)).containsValue(100.0);
    assertThatThrownBy(() -> query(store, "tm99", 10)).hasMessageContaining("statistic 'tm99'");
  }

  @Test
  void knowsNoPercentileOfASummary() {
    store.series(HITS).recordSummary(START, 10, 50, 1, 9, Resolution.HIGH);
    store.series(HITS).record(START, 100, Resolution.HIGH);
    assertThat(query(store, "Average", 10)).containsValue(150.0 / 11);
    assertThat(query(store, "Maximum", 10)).containsValue(100.0);
    assertThat(query(store, "p50", 10)).isEmpty();
  }

  @Test
  void leavesOutPeriodsWithoutSamplesAndValuesOutsideTheWindow() {
    store.series(HITS).record(START.minusSeconds(1), 1, Resolution.HIGH);
    store.series(HITS).record(START, 2, Resolution.HIGH);
    store.series(HITS).record(START.plusSeconds(300), 4, Resolution.HIGH);
    assertThat(query(store, "Sum", 30)).containsOnly(Map.entry(START, 2.0));
  }

  @Test
  void hidesAValueUntilTheLagHasPassed() {
    var slow = new MetricStore(loop, Duration.ofSeconds(20));
    slow.series(HITS).record(START, 1, Resolution.HIGH);
    loop.runUntil(START.plusSeconds(19));
    slow.series(HITS).record(loop.now(), 1, Resolution.HIGH);
    assertThat(query(slow, "Sum", 60)).isEmpty();
    loop.runUntil(START.plusSeconds(20));
    assertThat(query(slow, "Sum", 60)).containsOnly(Map.entry(START, 1.0));
    loop.runUntil(START.plusSeconds(39));
    assertThat(query(slow, "Sum", 60)).containsOnly(Map.entry(START, 2.0));
  }

  @Test
  void roundsTheStartOfAWindowDownAsTheServiceDoes() {
    store.series(HITS).record(START.plusSeconds(2), 1, Resolution.HIGH);
    var at = START.plusSeconds(34);
    assertThat(Window.of(at, at.plusSeconds(60), Duration.ofMinutes(5)).start()).isEqualTo(START);
    assertThat(Window.of(at, at.plusSeconds(60), Duration.ofSeconds(10)).start())
        .isEqualTo(START.plusSeconds(30));
    assertThat(Window.of(at, at.plusSeconds(60), Duration.ofSeconds(10)).timeline()).hasSize(7);
  }

  @Test
  void refusesWindowsAndPeriodsThatAreNone() {
    assertThatThrownBy(() -> Window.of(START, START, Duration.ofSeconds(60)))
        .hasMessageContaining("EndTime must be after StartTime");
    assertThatThrownBy(() -> Window.period(45)).hasMessageContaining("period 45 s");
    assertThatThrownBy(() -> new MetricStore(loop, Duration.ofSeconds(-1)))
        .hasMessageContaining("PT-1S is negative");
  }
}

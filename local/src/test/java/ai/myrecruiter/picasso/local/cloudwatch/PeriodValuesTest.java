package ai.myrecruiter.picasso.local.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.local.loop.VirtualLoop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class PeriodValuesTest {
  private static final Instant START = Instant.parse("2026-11-02T08:00:00Z");
  private static final MetricId HITS = MetricId.of("N", "Hits", Map.of("F", "f"));
  private static final int CASES = 300;

  private record Recorded(Instant at, int value, Resolution resolution, boolean summary) {
    static Recorded drawn(SplittableRandom random) {
      return new Recorded(
          START.plusSeconds(random.nextInt(600)),
          random.nextInt(8),
          random.nextBoolean() ? Resolution.HIGH : Resolution.STANDARD,
          random.nextInt(20) == 0);
    }

    void into(MetricStore store) {
      if (summary) {
        store.series(HITS).recordSummary(at, 2, value, 0, value, resolution);
      } else {
        store.series(HITS).record(at, value, resolution);
      }
    }
  }

  @Test
  void answersAsIfEveryQueryWereTheFirst() {
    long first = Long.getLong("picasso.seed", 1);
    for (long seed = first; seed < first + CASES; seed++) {
      var random = new SplittableRandom(seed);
      var kept = store();
      var recorded = new ArrayList<Recorded>();
      for (int i = 0; i < 40; i++) {
        recorded.add(Recorded.drawn(random));
        recorded.getLast().into(kept);
        var stat = Stat.parse(List.of("Sum", "p90", "TC(3:)").get(random.nextInt(3)));
        var window = window(random);
        var fresh = store();
        recorded.forEach(one -> one.into(fresh));
        assertThat(query(kept, stat, window))
            .as("seed %1$d; repeat: -Dtest=PeriodValuesTest -Dpicasso.seed=%1$d", seed)
            .isEqualTo(query(fresh, stat, window));
      }
    }
  }

  @Test
  void cutsTheLastPeriodAtTheEndOfTheWindow() {
    var store = store();
    store.series(HITS).record(START.plusSeconds(70), 1, Resolution.HIGH);
    store.series(HITS).record(START.plusSeconds(100), 2, Resolution.HIGH);
    var minute = Duration.ofMinutes(1);
    var short90 = Window.of(START, START.plusSeconds(90), minute);
    var whole = Window.of(START, START.plusSeconds(120), minute);
    assertThat(query(store, Stat.Simple.SUM, short90)).containsValue(1.0);
    assertThat(query(store, Stat.Simple.SUM, whole)).containsValue(3.0);
    assertThat(query(store, Stat.Simple.SUM, short90)).containsValue(1.0);
  }

  private static Map<Instant, Double> query(MetricStore store, Stat stat, Window window) {
    return PointMaps.of(store.query(store.series(HITS), stat, window));
  }

  private static Window window(SplittableRandom random) {
    var start = START.plusSeconds(30L * random.nextInt(8));
    var period = List.of(1, 10, 60, 120).get(random.nextInt(4));
    return Window.of(start, start.plusSeconds(1 + random.nextInt(400)), Duration.ofSeconds(period));
  }

  private static MetricStore store() {
    return new MetricStore(new VirtualLoop(START, 1), Duration.ZERO);
  }
}

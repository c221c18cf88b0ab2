package ai.myrecruiter.picasso.local.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class PointsTest {
  private static final Instant START = Instant.parse("2026-11-02T08:00:00Z");

  private static Instant drawn(SplittableRandom random) {
    return START.plusSeconds(random.nextInt(40));
  }

  @Test
  void answersAsASortedMapDoes() {
    for (long seed = 1; seed <= 200; seed++) {
      var random = new SplittableRandom(seed);
      var map = new TreeMap<Instant, Double>();
      var points = new Points();
      for (int i = 0; i < 60; i++) {
        var period = drawn(random);
        if (random.nextInt(4) == 0) {
          map.remove(period);
          points.remove(period);
        } else {
          map.put(period, (double) i);
          points.put(period, i);
        }
        assertThat(PointMaps.of(points)).as("seed %d", seed).isEqualTo(map);
        assertThat(points.periods()).isSorted();
        compare(points, map, drawn(random), seed);
      }
    }
  }

  private static void compare(
      Points points, NavigableMap<Instant, Double> map, Instant at, long seed) {
    var value = points.at(at);
    assertThat(value.isPresent() ? value.getAsDouble() : null)
        .as("seed %d", seed)
        .isEqualTo(map.get(at));
    var latest = points.latest(at);
    var floor = map.floorEntry(at);
    assertThat(latest.isPresent() ? latest.getAsDouble() : null)
        .as("seed %d", seed)
        .isEqualTo(floor == null ? null : floor.getValue());
    var end = at.plusSeconds(10);
    assertThat(PointMaps.of(points.between(at, end)))
        .as("seed %d", seed)
        .isEqualTo(map.subMap(at, end));
    assertThat(points.between(end, at).periods()).isEmpty();
  }

  @Test
  void addsToACopy() {
    var points = new Points();
    points.put(START, 1);
    var more = points.plus(START.plusSeconds(60), 2);
    assertThat(more.values()).containsExactly(1.0, 2.0);
    assertThat(points.values()).containsExactly(1.0);
  }
}

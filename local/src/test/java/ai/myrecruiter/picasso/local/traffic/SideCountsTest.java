package ai.myrecruiter.picasso.local.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

final class SideCountsTest {
  private static Map<Double, Long> durations(double first, int many) {
    var durations = new HashMap<Double, Long>();
    DoubleStream.iterate(first, millis -> millis * 1.37)
        .limit(many)
        .forEach(millis -> durations.put(millis, 2L));
    return durations;
  }

  private static SideCounts served(Map<Double, Long> durations) {
    return new SideCounts(2L * durations.size(), 1, 1, durations);
  }

  /** Sums of floating-point numbers depend on it, and with them what a seed gives. */
  @Test
  void keepsDurationsInAnOrderThatEveryProcessHas() {
    var durations = durations(12.5, 18);
    assertThat(List.copyOf(served(durations).durations().keySet()))
        .isEqualTo(List.copyOf(durations.keySet()));
  }

  @Test
  void addsTheCountsOfEqualDurations() {
    var both = served(durations(12.5, 3)).plus(served(durations(12.5, 4)));
    assertThat(both.requests()).isEqualTo(14);
    assertThat(both.errors()).isEqualTo(2);
    assertThat(both.handled()).isEqualTo(2);
    assertThat(both.durations()).hasSize(4).containsEntry(12.5, 4L);
    assertThat(both.durations().values()).containsExactlyInAnyOrder(4L, 4L, 4L, 2L);
  }

  @Test
  void isNotChangedByWhoeverMadeIt() {
    var durations = durations(12.5, 3);
    var side = served(durations);
    durations.clear();
    assertThat(side.durations()).hasSize(3);
  }
}

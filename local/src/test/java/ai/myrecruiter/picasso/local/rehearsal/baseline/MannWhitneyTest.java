package ai.myrecruiter.picasso.local.rehearsal.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.workflows.rehearsal.Model;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class MannWhitneyTest {
  private static double[] points(long seed, double shift) {
    var random = new SplittableRandom(seed);
    return random.doubles(50).map(value -> value + shift).toArray();
  }

  @Test
  void aClearShiftUpIsHighAndOneDownIsNot() {
    assertThat(MannWhitney.high(points(1, 0), points(2, 1))).isTrue();
    assertThat(MannWhitney.high(points(1, 0), points(2, -1))).isFalse();
  }

  @Test
  void equalDataConstantDataAndNoDataPass() {
    assertThat(MannWhitney.high(points(1, 0), points(1, 0))).isFalse();
    assertThat(MannWhitney.high(new double[50], new double[50])).isFalse();
    assertThat(MannWhitney.high(new double[0], points(1, 0))).isFalse();
  }

  @Test
  void tooFewPointsAreNeverHigh() {
    assertThat(MannWhitney.high(new double[] {0, 0}, new double[] {9, 9})).isFalse();
  }

  /** One side of a 98 % interval is crossed by chance in about 1 % of pairs. */
  @Test
  void healthyPairsAreSeldomHigh() {
    long high =
        LongStream.range(0, 2_000)
            .filter(seed -> MannWhitney.high(points(2 * seed, 0), points(2 * seed + 1, 0)))
            .count();
    assertThat(high).isLessThan(40);
  }

  @Test
  void mostlyQuietPointsHideAHundredfoldWorsening() {
    var quiet = new double[50];
    var bad = new double[50];
    Arrays.fill(bad, 0, 14, 100);
    assertThat(MannWhitney.high(quiet, bad)).isFalse();
  }

  @Test
  void aCanaryIsJudgedOnceAfterFiftyMinutes() {
    var canary = new MannWhitneyCanary();
    var caught = canary.run(Model.STANDARD.withEffect(0.5), 1);
    assertThat(caught.rolledBack()).isTrue();
    assertThat(caught.toStable().orElseThrow().toSeconds()).isBetween(50 * 60L, 53 * 60L);
    var healthy = canary.run(Model.STANDARD.healthy(), 1);
    assertThat(healthy.rolledBack()).isFalse();
    assertThat(healthy.badRequests()).isZero();
  }
}

package ai.myrecruiter.picasso.workflows.judge;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.workflows.Property;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/**
 * A healthy release against the same code, many times: the share of runs that would be rolled back
 * at any look must not exceed alpha. Error rates drift and cluster as they like; the weights ramp.
 */
final class FalseRollbackTest {
  private static final List<Double> RAMP = List.of(0.01, 0.1, 0.5, 0.95);
  private static final int RUNS = 4_000;
  private static final int RUNS_OF_TWO = 1_000;
  private static final int LOOKS_A_STAGE = 20;

  @Test
  void rollsAHealthyReleaseBackNoMoreOftenThanAlpha() {
    var peaks = new double[RUNS];
    for (var run = 0; run < RUNS; run++) {
      peaks[run] = peak(Property.random(1_000_003L * run + 17), 1);
    }
    for (var alpha : List.of(0.2, 0.05, 0.01, 0.004)) {
      var falseRollbacks = Arrays.stream(peaks).filter(peak -> peak >= Math.log(1 / alpha)).count();
      assertThat((double) falseRollbacks / RUNS)
          .as("share of healthy releases rolled back at alpha %s", alpha)
          .isLessThanOrEqualTo(alpha + band(alpha, RUNS));
    }
  }

  /**
   * Two functions of one release, each with half of alpha: with rates and errors of their own, and
   * with the same stream of errors in both, which is as dependent as they can be.
   */
  @Test
  void rollsAHealthyReleaseOfTwoFunctionsBackNoMoreOftenThanAlpha() {
    for (var apart : List.of(500_009L, 0L)) {
      for (var alpha : List.of(0.2, 0.05, 0.01)) {
        var limit = Math.log(2 / alpha);
        var falseRollbacks = 0;
        for (var run = 0; run < RUNS_OF_TWO; run++) {
          var seed = 1_000_003L * run + 29;
          falseRollbacks +=
              peak(Property.random(seed), 1) >= limit
                      || peak(Property.random(seed + apart), 1) >= limit
                  ? 1
                  : 0;
        }
        assertThat((double) falseRollbacks / RUNS_OF_TWO)
            .as("share of healthy releases rolled back at alpha %s, seeds %d apart", alpha, apart)
            .isLessThanOrEqualTo(alpha + band(alpha, RUNS_OF_TWO));
      }
    }
  }

  /** The same simulation sees a release that is five times worse: the test above can fail. */
  @Test
  void rollsAWorseReleaseBack() {
    var caught = 0;
    for (var run = 0; run < 200; run++) {
      caught += peak(Property.random(run), 5) >= Math.log(1 / 0.004) ? 1 : 0;
    }
    assertThat(caught).isGreaterThanOrEqualTo(196);
  }

  /** Three standard errors of a share of alpha. */
  private static double band(double alpha, int runs) {
    return 3 * Math.sqrt(alpha * (1 - alpha) / runs);
  }

  private static double peak(RandomGenerator random, double oddsRatio) {
    var process = ErrorProcess.START;
    var peak = 0.0;
    var rate = random.nextDouble(0.001, 0.05);
    for (var share : RAMP) {
      for (var look = 0; look < LOOKS_A_STAGE; look++) {
        var burst = random.nextInt(15) == 0 ? 10 : 1;
        process = process.observe(block(random, share, Math.min(0.5, rate * burst), oddsRatio));
        peak = Math.max(peak, process.logE());
      }
    }
    return peak;
  }

  private static Block block(RandomGenerator random, double share, double rate, double oddsRatio) {
    var requests = random.nextInt(20, 200);
    var odds = rate / (1 - rate) * oddsRatio;
    var counts = new long[4];
    for (var i = 0; i < requests; i++) {
      var isNew = random.nextDouble() < share;
      counts[isNew ? 1 : 0]++;
      if (random.nextDouble() < (isNew ? odds / (1 + odds) : rate)) {
        counts[isNew ? 3 : 2]++;
      }
    }
    return new Block(counts[0], counts[1], counts[2], counts[3]);
  }
}

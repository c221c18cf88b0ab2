package ai.myrecruiter.picasso.workflows.judge;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.workflows.judge.GuardMonteCarlo.Peaks;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A healthy version against the same code under the tests of latency and throttles: at any level,
 * the evidence exceeds 1/alpha at any look in no more than alpha of the runs. A short slice; {@code
 * tests/monte-carlo.sh} is the long run.
 */
final class HonestGuardsTest {
  private static final int RUNS = 120;
  private static final long SEED = 11;

  @ParameterizedTest
  @CsvSource({
    "CONSTANT,10", "CONSTANT,60", "DRIFTING,10", "DRIFTING,60",
    "BURSTY,10", "BURSTY,60", "CLUSTERED,10", "CLUSTERED,60"
  })
  void stopsNoMoreThanAlphaOfHealthyVersions(Traffic.Shape shape, int seconds) {
    var peaks = GuardMonteCarlo.run(shape, 1, seconds, RUNS, SEED);
    for (var alpha : List.of(0.3, 0.1, 0.02, 0.002, 0.001)) {
      var most = alpha + peaks.band(alpha);
      assertThat(Peaks.share(peaks.latency(), alpha)).as("latency at %s", alpha).isLessThan(most);
      assertThat(Peaks.share(peaks.throttles(), alpha))
          .as("throttles at %s", alpha)
          .isLessThan(most);
    }
  }

  /** The same harness sees a version that is slower and refused more: the test above can fail. */
  @Test
  void stopsVersionsThatAreWorse() {
    var peaks = GuardMonteCarlo.run(Traffic.Shape.CONSTANT, 3, 10, 40, SEED);
    assertThat(Peaks.share(peaks.latency(), 0.002)).isGreaterThanOrEqualTo(0.97);
    assertThat(Peaks.share(peaks.throttles(), 0.001)).isGreaterThanOrEqualTo(0.8);
  }
}

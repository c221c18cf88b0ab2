package ai.myrecruiter.picasso.workflows.judge;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.workflows.judge.GuardMonteCarlo.Peaks;
import ai.myrecruiter.picasso.workflows.judge.GuardTraffic.Candidate;
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
    var peaks = GuardMonteCarlo.run(shape, Candidate.HEALTHY, seconds, RUNS, SEED);
    for (var alpha : List.of(0.3, 0.1, 0.02, 0.002, 0.001)) {
      var most = alpha + peaks.band(alpha);
      assertThat(Peaks.share(peaks.latency(), alpha)).as("latency at %s", alpha).isLessThan(most);
      assertThat(Peaks.share(peaks.throttles(), alpha))
          .as("throttles at %s", alpha)
          .isLessThan(most);
    }
  }

  /** One in a hundred requests of the new version meets a cold start, none of the old one's. */
  @ParameterizedTest
  @CsvSource({
    "CONSTANT,10", "CONSTANT,60", "DRIFTING,10", "DRIFTING,60",
    "BURSTY,10", "BURSTY,60", "CLUSTERED,10", "CLUSTERED,60"
  })
  void stopsNoMoreThanAlphaOfHealthyVersionsThatAreColder(Traffic.Shape shape, int seconds) {
    var colder = new Candidate(1, ColdStarts.SHARE, false);
    var peaks = GuardMonteCarlo.run(shape, colder, seconds, RUNS, SEED);
    for (var alpha : List.of(0.3, 0.1, 0.02, 0.002)) {
      assertThat(Peaks.share(peaks.latency(), alpha))
          .as("latency at %s", alpha)
          .isLessThan(alpha + peaks.band(alpha));
    }
  }

  /** Far more cold starts than are allowed for are seen: the test above can fail. */
  @Test
  void stopsVersionsThatAreMuchColder() {
    var colder = new Candidate(1, 0.1, false);
    var peaks = GuardMonteCarlo.run(Traffic.Shape.CONSTANT, colder, 60, 40, SEED);
    assertThat(Peaks.share(peaks.latency(), 0.002)).isGreaterThanOrEqualTo(0.9);
  }

  @ParameterizedTest
  @CsvSource({"CONSTANT,10,0", "CLUSTERED,10,0.01", "BURSTY,60,0.01", "DRIFTING,60,0.01"})
  void stopsVersionsThatTakeTwiceAsLong(Traffic.Shape shape, int seconds, double cold) {
    var peaks = GuardMonteCarlo.run(shape, new Candidate(1, cold, true), seconds, 40, SEED);
    assertThat(Peaks.share(peaks.latency(), 0.002)).isEqualTo(1);
  }

  /** The same harness sees a version that is slower and refused more: the test above can fail. */
  @Test
  void stopsVersionsThatAreWorse() {
    var peaks = GuardMonteCarlo.run(Traffic.Shape.CONSTANT, Candidate.worse(3), 10, 40, SEED);
    assertThat(Peaks.share(peaks.latency(), 0.002)).isGreaterThanOrEqualTo(0.97);
    assertThat(Peaks.share(peaks.throttles(), 0.001)).isGreaterThanOrEqualTo(0.8);
  }
}

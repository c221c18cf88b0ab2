package ai.myrecruiter.picasso.workflows.judge;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.workflows.judge.AlphaSpending.Spender;
import ai.myrecruiter.picasso.workflows.judge.MonteCarlo.Scenario;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A healthy version against the same code: the judge rolls it back, at any look and by any test, in
 * no more than alpha of the runs, whatever the error rate does. A short slice; {@code
 * tests/monte-carlo.sh} is the long run.
 */
final class HonestErrorRatesTest {
  private static final AlphaSpending SPENDING = new AlphaSpending(MonteCarlo.ALPHA);

  @ParameterizedTest
  @CsvSource({
    "CONSTANT,10", "CONSTANT,60", "DRIFTING,10", "DRIFTING,60",
    "BURSTY,10", "BURSTY,60", "CLUSTERED,10", "CLUSTERED,60"
  })
  void rollsBackNoMoreThanAlphaOfHealthyVersions(Traffic.Shape shape, int seconds) {
    var result = MonteCarlo.run(Scenario.of(shape, 0.005, 1, seconds), 250, 7);
    assertThat(result.share("any")).isLessThanOrEqualTo(MonteCarlo.ALPHA + result.band(0.01));
    for (var spender : Spender.values()) {
      var alpha = SPENDING.of(spender);
      var test = spender.name().toLowerCase(Locale.ROOT);
      assertThat(result.share(test)).isLessThanOrEqualTo(alpha + result.band(alpha));
    }
  }

  /** The same traffic under the rules that others use: this harness can see a false rollback. */
  @Test
  void seesTheFalseRollbacksOfOtherRules() {
    var result = MonteCarlo.run(Scenario.of(Traffic.Shape.CONSTANT, 0.005, 1, 10), 250, 7);
    assertThat(result.share("repeated z-test")).isGreaterThan(0.25);
    assertThat(result.share("fixed alarm")).isGreaterThan(0.5);
  }

  /** And it sees a worse version: what is never rolled back would keep any alpha. */
  @Test
  void rollsBackWorseVersions() {
    var result = MonteCarlo.run(Scenario.of(Traffic.Shape.CONSTANT, 0.005, 5, 10), 100, 7);
    assertThat(result.share("any")).isGreaterThanOrEqualTo(0.97);
  }
}

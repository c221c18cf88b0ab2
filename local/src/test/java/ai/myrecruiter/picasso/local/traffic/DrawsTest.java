package ai.myrecruiter.picasso.local.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Repeat with another seed by {@code -Dpicasso.seed=N}. */
final class DrawsTest {
  private static final int NUMBERS = 40_000;
  private static final long SEED = Long.getLong("picasso.seed", 20_261_124);
  private final Draws draws = new Draws(new SplittableRandom(SEED));

  /** Mean and variance within five of their own standard errors. */
  private static void assertMoments(LongSupplier draw, double mean, double variance) {
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < NUMBERS; i++) {
      double deviation = draw.getAsLong() - mean;
      sum += deviation;
      squares += deviation * deviation;
    }
    assertThat(sum / NUMBERS)
        .as("mean, seed %d", SEED)
        .isCloseTo(0, within(5 * Math.sqrt(variance / NUMBERS)));
    double kurtosisMargin = 5 * variance * Math.sqrt((2 + 1 / variance) / NUMBERS);
    assertThat(squares / NUMBERS)
        .as("variance, seed %d", SEED)
        .isCloseTo(variance, within(kurtosisMargin));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.7, 3, 9.99, 10.01, 30, 1_000, 250_000})
  void poissonNumbersHaveTheirMoments(double mean) {
    assertMoments(() -> draws.poisson(mean), mean, mean);
  }

  @ParameterizedTest
  @CsvSource({
    "1,0.3",
    "20,0.1",
    "50,0.2",
    "50,0.21",
    "1000,0.5",
    "1000,0.9",
    "1000000,0.001",
    "1000000,0.5"
  })
  void binomialNumbersHaveTheirMoments(long trials, double chance) {
    assertMoments(
        () -> draws.binomial(trials, chance), trials * chance, trials * chance * (1 - chance));
  }

  /** The whole distribution, on both sides of the change of method, by Pearson's test. */
  @ParameterizedTest
  @CsvSource({"60,0.1", "60,0.25"})
  void binomialNumbersHaveTheirDistribution(int trials, double chance) {
    var seen = new long[trials + 1];
    for (int i = 0; i < NUMBERS; i++) {
      seen[(int) draws.binomial(trials, chance)]++;
    }
    double chiSquare = 0;
    int cells = 0;
    for (int k = 0; k <= trials; k++) {
      double expected =
          NUMBERS
              * Math.exp(
                  Draws.logFactorial(trials)
                      - Draws.logFactorial(k)
                      - Draws.logFactorial(trials - k)
                      + k * Math.log(chance)
                      + (trials - k) * Math.log1p(-chance));
      if (expected >= 5) {
        chiSquare += (seen[k] - expected) * (seen[k] - expected) / expected;
        cells++;
      }
    }
    assertThat(chiSquare)
        .as("%d cells, seed %d", cells, SEED)
        .isLessThan(cells + 5 * Math.sqrt(2.0 * cells));
  }

  @Test
  void certainAndImpossibleThingsNeedNoChance() {
    assertThat(draws.poisson(0)).isZero();
    assertThat(draws.binomial(0, 0.5)).isZero();
    assertThat(draws.binomial(9, 0)).isZero();
    assertThat(draws.binomial(9, 1)).isEqualTo(9);
    assertThat(draws.factor(0)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 1, 2})
  void factorsHaveMeanOneAndTheirVariation(double variation) {
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < NUMBERS; i++) {
      double factor = draws.factor(variation);
      assertThat(factor).isNotNegative();
      sum += factor;
      squares += factor * factor;
    }
    double mean = sum / NUMBERS;
    assertThat(mean).isCloseTo(1, within(5 * variation / Math.sqrt(NUMBERS)));
    assertThat(Math.sqrt(squares / NUMBERS - mean * mean))
        .isCloseTo(variation, within(0.15 * variation));
  }

  @Test
  void factorialsAreThoseOfTheProduct() {
    double sum = 0;
    for (int n = 1; n <= 170; n++) {
      sum += Math.log(n);
      assertThat(Draws.logFactorial(n)).isCloseTo(sum, within(1e-9 * Math.max(1, sum)));
    }
  }
}

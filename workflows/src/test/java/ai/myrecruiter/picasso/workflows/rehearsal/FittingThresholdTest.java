package ai.myrecruiter.picasso.workflows.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.myrecruiter.picasso.workflows.plan.PlanReader;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class FittingThresholdTest {
  private static final long SEED = Long.getLong("picasso.seed", 7);
  private static final Duration TWO_HOURS = Duration.ofHours(2);

  private static double percent(double rps, double rate, double clustering) {
    return FittingThreshold.percent(rps, rate, clustering, TWO_HOURS).orElseThrow();
  }

  /** Of the normal approximation: 300 errors a minute, 2.87 standard deviations above. */
  @Test
  void withoutClusteringItIsAFewDeviationsAboveTheRate() {
    assertThat(percent(100, 0.05, 0)).isCloseTo(5 + 2.87 * Math.sqrt(300) / 60, within(0.05));
  }

  @Test
  void moreClusteringAndLessTrafficNeedAHigherOne() {
    assertThat(percent(100, 0.05, 0.3)).isBetween(10.0, 12.0);
    assertThat(percent(100, 0.05, 1)).isGreaterThan(percent(100, 0.05, 0.3));
    assertThat(percent(1, 0.05, 0.3)).isGreaterThan(percent(100, 0.05, 0.3));
    assertThat(percent(100, 0.01, 0.3)).isLessThan(5);
  }

  @Test
  void withoutErrorsAnyThresholdFitsAndSometimesNone() {
    assertThat(percent(100, 0, 0.3)).isZero();
    assertThat(FittingThreshold.percent(100, 0.4, 1, TWO_HOURS)).isEmpty();
    assertThat(FittingThreshold.percent(0.01, 0.1, 0, TWO_HOURS)).isEmpty();
  }

  @Test
  void aRolloutIsWatchedForItsLongestTime() {
    var plan =
        PlanReader.read(
                """
                name: two
                stages:
                  - {name: a, weight: 1, duration: 1m, maxDuration: 4m, onInconclusive: extend}
                  - {name: b, weight: 50, duration: 2m}
                bake: {holdback: 5, duration: 10m}
                alarms: [chat-errors]
                """)
            .orThrow();
    assertThat(FittingThreshold.longest(plan)).isEqualTo(Duration.ofMinutes(16));
    var model = Model.STANDARD.withErrorRate(0.05);
    assertThat(FittingThreshold.percent(model, plan))
        .isEqualTo(FittingThreshold.percent(100, 0.05, 0.3, Duration.ofMinutes(16)));
  }

  /** Minutes as a model has them, through the rule of two in three. */
  @Test
  void inSimulationTheAlarmRingsForNothingAboutOnceInAThousandRollouts() {
    var random = new SplittableRandom(SEED);
    double threshold = percent(100, 0.05, 0.3) / 100;
    int rollouts = 20_000;
    int rang = 0;
    for (int i = 0; i < rollouts; i++) {
      rang += rings(random, threshold) ? 1 : 0;
    }
    assertThat(rang)
        .as(
            "20 expected of %d; repeat: -Dtest=FittingThresholdTest -Dpicasso.seed=%d",
            rollouts, SEED)
        .isBetween(3, 40);
  }

  private static boolean rings(SplittableRandom random, double threshold) {
    boolean before = false;
    boolean last = false;
    for (int minute = 0; minute < 120; minute++) {
      boolean now = minuteAt(random) > threshold;
      if (now && (last || before)) {
        return true;
      }
      before = last;
      last = now;
    }
    return false;
  }

  /** The share of failures of 6,000 requests: gamma of shape 100/9, then nearly normal. */
  private static double minuteAt(SplittableRandom random) {
    double gamma = 0;
    for (int i = 0; i < 11; i++) {
      gamma -= Math.log(1 - random.nextDouble());
    }
    double rate = 0.05 * gamma / 11;
    return rate + random.nextGaussian() * Math.sqrt(rate / 6_000);
  }
}

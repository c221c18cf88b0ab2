package ai.myrecruiter.picasso.workflows.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class MinimumDetectableEffectTest {
  private static final double ALPHA = 0.004;

  @Test
  void isTheSmallestOddsRatioThatMeetsItsDefinition() {
    var w = effect(54_000, 40, 6_000, 4);
    var needed = Math.log(1 / ALPHA) + Math.log(8);
    assertThat(44 * divergence(w, 0.1)).isCloseTo(needed, within(1e-9));
    assertThat(44 * divergence(w * 0.999, 0.1)).isLessThan(needed);
  }

  @Test
  void fallsAsErrorsAreSeen() {
    assertThat(effect(540_000, 400, 60_000, 40)).isLessThan(effect(54_000, 40, 6_000, 4));
    assertThat(effect(5_000_000, 5_000, 5_000_000, 5_000)).isBetween(1.0, 1.1);
  }

  @Test
  void isAbsentWhenNothingWouldHaveShown() {
    assertThat(of(54_000, 0, 6_000, 0)).isEmpty();
    assertThat(of(0, 0, 6_000, 60)).isEmpty();
    assertThat(of(54_000, 60, 0, 0)).isEmpty();
    assertThat(of(9_900, 1, 100, 0)).isEmpty();
  }

  private static double effect(long nA, long eA, long nB, long eB) {
    return of(nA, eA, nB, eB).orElseThrow();
  }

  private static Optional<Double> of(long nA, long eA, long nB, long eB) {
    return MinimumDetectableEffect.of(new Counts(nA, eA), new Counts(nB, eB), ALPHA);
  }

  private static double divergence(double w, double share) {
    var theta = w * share / (1 - share + w * share);
    return theta * Math.log(theta / share) + (1 - theta) * Math.log((1 - theta) / (1 - share));
  }
}

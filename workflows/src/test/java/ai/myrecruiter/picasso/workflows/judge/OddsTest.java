package ai.myrecruiter.picasso.workflows.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.myrecruiter.picasso.workflows.Property;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class OddsTest {
  @Test
  void comparesEachBlockWithinItself() {
    var odds =
        OddsRatio.START.observe(new Block(9_900, 100, 99, 2)).observe(new Block(100, 900, 10, 180));
    assertThat(odds.estimate().orElseThrow()).isCloseTo(2.2, within(0.1));
    assertThat(OddsRatio.START.estimate()).isEmpty();
  }

  @Test
  void excludesOddsRatiosOnBothSides() {
    var process = ErrorProcess.START.observe(new Block(100_000, 100_000, 1_000, 4_000));
    assertThat(OddsBounds.of(process, 0.01))
        .isEqualTo(new OddsBounds(Optional.of(3.0), Optional.of(10.0)));
    assertThat(OddsBounds.of(ErrorProcess.START, 0.01))
        .isEqualTo(new OddsBounds(Optional.empty(), Optional.empty()));
  }

  @Test
  void clearsAHealthyVersionFromAbove() {
    var process = ErrorProcess.START.observe(new Block(100_000, 100_000, 1_000, 1_000));
    assertThat(OddsBounds.of(process, 0.01))
        .isEqualTo(new OddsBounds(Optional.empty(), Optional.of(1.25)));
  }

  /** The true odds ratio is excluded, at any look, in no more than alpha of the runs. */
  @Test
  void keepsTheTrueOddsRatio() {
    var runs = 1_000;
    var excluded = new int[1];
    Property.holds(
        OddsTest.class,
        runs,
        random -> {
          var process = ErrorProcess.START;
          var out = false;
          for (var look = 0; look < 20; look++) {
            var counts = new long[2];
            for (var i = 0; i < 200; i++) {
              counts[0] += random.nextDouble() < 0.05 ? 1 : 0;
              counts[1] += random.nextDouble() < 3 * 0.05 / (0.95 + 3 * 0.05) ? 1 : 0;
            }
            process = process.observe(new Block(200, 200, counts[0], counts[1]));
            var bounds = OddsBounds.of(process, 0.05);
            out |= bounds.atLeast().filter(w -> w >= 3).isPresent();
            out |= bounds.atMost().filter(w -> w <= 3).isPresent();
          }
          excluded[0] += out ? 1 : 0;
        });
    assertThat((double) excluded[0] / runs).isLessThanOrEqualTo(0.1 + 0.03);
  }
}

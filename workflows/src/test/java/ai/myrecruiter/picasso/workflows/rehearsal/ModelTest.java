package ai.myrecruiter.picasso.workflows.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.myrecruiter.picasso.workflows.InvalidInput;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ModelTest {
  @Test
  void theRateOfRequestsPeaksAtThePeakHourAndIsTheMeanOverADay() {
    var traffic = new Traffic(100, 0.5, 14, 8);
    assertThat(traffic.rateAt(Duration.ofHours(6))).isCloseTo(150, within(1e-9));
    assertThat(traffic.rateAt(Duration.ofHours(18))).isCloseTo(50, within(1e-9));
    double sum = 0;
    for (int minute = 0; minute < 1440; minute++) {
      sum += traffic.rateAt(Duration.ofMinutes(minute));
    }
    assertThat(sum / 1440).isCloseTo(100, within(1e-6));
  }

  @Test
  void anotherErrorRateKeepsTheMultiple() {
    var model = Model.STANDARD.withErrorRate(0.01);
    assertThat(model.times()).isCloseTo(5, within(1e-9));
    assertThat(model.withEffectTimes(1_000).effect().errorRate()).isEqualTo(1);
    assertThat(Model.STANDARD.withErrorRate(0).effect().errorRate()).isZero();
  }

  @Test
  void aHealthyModelIsNotFaulty() {
    assertThat(Model.STANDARD.faulty()).isTrue();
    assertThat(Model.STANDARD.healthy().faulty()).isFalse();
    assertThat(Model.STANDARD.healthy().traffic()).isEqualTo(Model.STANDARD.traffic());
  }

  @Test
  void valuesThatCannotBeAreRefusedWhereverTheyComeFrom() {
    assertThatThrownBy(() -> Model.STANDARD.withRps(Double.NaN)).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> Model.STANDARD.withRps(0)).hasMessageContaining("$.traffic.rps = 0");
    assertThatThrownBy(() -> Model.STANDARD.withErrorRate(-1)).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> Model.STANDARD.withEffectTimes(0.5)).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> Model.STANDARD.withEffect(0.0001))
        .hasMessageContaining("must be at least errors.rate (0.001)");
    assertThatThrownBy(() -> new Traffic(1, Double.POSITIVE_INFINITY, 1, 1))
        .isInstanceOf(InvalidInput.class);
  }
}

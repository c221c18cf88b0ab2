package ai.myrecruiter.picasso.workflows.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.judge.AlphaSpending.Spender;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AlphaSpendingTest {
  @Test
  void spendsNoMoreThanTheBudget() {
    var spending = new AlphaSpending(0.01);
    assertThat(Arrays.stream(Spender.values()).mapToDouble(spending::of).sum())
        .isCloseTo(0.01, within(1e-15));
    assertThat(spending.of(Spender.ERRORS)).isEqualTo(0.004);
    assertThat(spending.limit(Spender.ERRORS)).isEqualTo(250);
  }

  @Test
  void refusesWhatIsNoProbability() {
    for (var alpha : List.of(0.0, 1.0, -0.1, Double.NaN)) {
      assertThatThrownBy(() -> new AlphaSpending(alpha)).isInstanceOf(InvalidInput.class);
    }
  }
}

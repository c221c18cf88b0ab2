package ai.myrecruiter.picasso.workflows.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.Property;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PriceTest {
  private static final Price STEPPED =
      price("0.30", "1", step("10000", "0.10"), step("250000", "0.05"));

  static Price price(String price, String per, Price.Step... above) {
    return new Price(
        Meter.CUSTOM_METRICS,
        new BigDecimal(price),
        new BigDecimal(per),
        BigDecimal.ZERO,
        List.of(above),
        "a page");
  }

  private static Price.Step step(String from, String price) {
    return new Price.Step(new BigDecimal(from), new BigDecimal(price));
  }

  private static BigDecimal cost(Price price, String from, String to) {
    return price.between(new BigDecimal(from), new BigDecimal(to));
  }

  @Test
  void aPriceOfAMillionIsChargedExactly() {
    assertThat(cost(price("0.0000133334", "1"), "0", "3")).isEqualByComparingTo("0.0000400002");
    assertThat(cost(price("0.20", "1000000"), "0", "1")).isEqualByComparingTo("0.0000002");
    assertThat(cost(price("0.1", "10"), "0", "3")).isEqualByComparingTo("0.03");
  }

  @Test
  void aStepHoldsForWhatLiesAboveItOnly() {
    assertThat(cost(STEPPED, "0", "10000")).isEqualByComparingTo("3000");
    assertThat(cost(STEPPED, "0", "10001")).isEqualByComparingTo("3000.10");
    assertThat(cost(STEPPED, "9999", "10001")).isEqualByComparingTo("0.40");
    assertThat(cost(STEPPED, "0", "250002")).isEqualByComparingTo("27000.10");
  }

  @Test
  void partsCostWhatTheWholeCosts() {
    Property.holds(
        PriceTest.class,
        200,
        random -> {
          var one = new BigDecimal(random.nextInt(0, 300_000));
          var two = one.add(new BigDecimal(random.nextInt(0, 300_000)));
          assertThat(STEPPED.between(BigDecimal.ZERO, one).add(STEPPED.between(one, two)))
              .isEqualByComparingTo(STEPPED.between(BigDecimal.ZERO, two));
        });
  }

  @Test
  void aPriceThatCannotBeChargedIsRefused() {
    assertThatThrownBy(() -> price("-1", "1"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("$.prices.custom-metrics.price = -1: must be zero or more");
    assertThatThrownBy(() -> price("1", "3")).hasMessageContaining("must be a power of ten");
    assertThatThrownBy(() -> price("1", "0")).hasMessageContaining("must be a power of ten");
    assertThatThrownBy(() -> price("1", "1", step("10", "1"), step("10", "1")))
        .hasMessageContaining("$.prices.custom-metrics.above[1] = 10: must begin above");
  }
}

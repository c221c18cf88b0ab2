package ai.myrecruiter.picasso.workflows.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.workflows.Property;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

final class NumberTextTest {
  @Test
  void writesNumbersAsCanonicalJsonDoes() {
    assertThat(NumberText.format(1.0)).isEqualTo("1");
    assertThat(NumberText.format(0.0001)).isEqualTo("0.0001");
    assertThat(NumberText.format(-0.0)).isEqualTo("0");
    assertThat(NumberText.format(1e20)).isEqualTo("100000000000000000000");
    assertThat(NumberText.format(1e21)).isEqualTo("1e+21");
    assertThat(NumberText.format(-1.5e-7)).isEqualTo("-1.5e-7");
    assertThat(NumberText.format(1e-6)).isEqualTo("0.000001");
    assertThat(NumberText.format(Double.MAX_VALUE)).isEqualTo("1.7976931348623157e+308");
    assertThat(NumberText.format(Double.NaN)).isEqualTo("NaN");
    assertThat(NumberText.format(Double.MIN_VALUE)).isEqualTo("4.9e-324");
  }

  @Test
  void writesTheSameDigitsOfEverySize() {
    Property.holds(
        NumberTextTest.class,
        5_000,
        random -> {
          var value = Math.exp(random.nextDouble(-13, 18)) * (random.nextBoolean() ? 1 : -1);
          value = random.nextBoolean() ? Math.rint(value) : value;
          if (value != 0) {
            var digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
            assertThat(NumberText.format(value)).isEqualTo(digits.toPlainString());
          }
        });
  }

  @Test
  void losesNothing() {
    Property.holds(
        NumberTextTest.class,
        2_000,
        random -> {
          var value = Double.longBitsToDouble(random.nextLong());
          if (Double.isFinite(value)) {
            assertThat(Double.parseDouble(NumberText.format(value))).isEqualTo(value + 0.0);
          }
        });
  }
}

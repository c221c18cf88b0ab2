package ai.myrecruiter.picasso.workflows.cost;

import ai.myrecruiter.picasso.workflows.InvalidInput;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/**
 * What a meter costs in a month. All decimal: a price is never a floating point number.
 *
 * @param meter what is counted
 * @param price of {@code per} units, zero or more
 * @param per how many units the price is for, a power of ten, so that amounts are exact
 * @param free units a month that the account has for nothing, zero or more
 * @param above prices of what lies above an amount of units, ascending
 * @param source where the price was read
 */
public record Price(
    Meter meter,
    BigDecimal price,
    BigDecimal per,
    BigDecimal free,
    List<Step> above,
    String source) {
  /**
   * Another price from a number of units on.
   *
   * @param from units in the month that have the price before
   * @param price of {@code per} units above
   */
  public record Step(BigDecimal from, BigDecimal price) {}

  /** Refuses a price that cannot be charged. */
  public Price {
    above = List.copyOf(above);
    var at = "$.prices." + meter.id();
    InvalidInput.unless(
        price.signum() >= 0, at + ".price", price, "must be zero or more", "correct it");
    InvalidInput.unless(
        free.signum() >= 0, at + ".free", free, "must be zero or more", "correct it");
    InvalidInput.unless(
        per.signum() > 0 && per.stripTrailingZeros().unscaledValue().equals(BigInteger.ONE),
        at + ".per",
        per,
        "must be a power of ten",
        "write 1, 1000 or 1000000");
    var last = BigDecimal.ZERO;
    for (var i = 0; i < above.size(); i++) {
      InvalidInput.unless(
          above.get(i).from().compareTo(last) > 0 && above.get(i).price().signum() >= 0,
          "%s.above[%d]".formatted(at, i),
          above.get(i).from().toPlainString(),
          "must begin above the step before, with a price of zero or more",
          "put the steps in order");
      last = above.get(i).from();
    }
  }

  /** What the units from one count up to a higher one cost. */
  public BigDecimal between(BigDecimal from, BigDecimal to) {
    return upTo(to).subtract(upTo(from));
  }

  private BigDecimal upTo(BigDecimal units) {
    var sum = units.multiply(price);
    var before = price;
    for (var step : above) {
      var over = units.subtract(step.from()).max(BigDecimal.ZERO);
      sum = sum.add(over.multiply(step.price().subtract(before)));
      before = step.price();
    }
    return sum.divide(per);
  }
}

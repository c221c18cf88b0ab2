package ai.myrecruiter.picasso.workflows.cost;

import java.math.BigDecimal;

/**
 * So many units of a meter, and why.
 *
 * @param resource what uses them, as the report names it
 * @param meter what is counted
 * @param quantity how many, zero or more
 * @param basis how the quantity came about
 */
public record Usage(String resource, Meter meter, BigDecimal quantity, String basis) {
  /** Refuses a negative quantity: a defect. */
  public Usage {
    if (quantity.signum() < 0) {
      throw new IllegalArgumentException(
          "%s of %s is negative; give zero or more".formatted(quantity, meter));
    }
  }

  static Usage of(String resource, Meter meter, long quantity, String basis) {
    return new Usage(resource, meter, BigDecimal.valueOf(quantity), basis);
  }
}

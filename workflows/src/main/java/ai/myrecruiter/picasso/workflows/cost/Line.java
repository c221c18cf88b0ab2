package ai.myrecruiter.picasso.workflows.cost;

import java.math.BigDecimal;

/**
 * A line of an estimate.
 *
 * @param resource what costs
 * @param meter what is counted
 * @param quantity how many units
 * @param unit what a unit is
 * @param free how many of them are free of charge
 * @param price of {@code per} units: that of the first step when there are several
 * @param per how many units the price is for
 * @param amount what they cost, exactly
 * @param basis how the quantity came about
 */
public record Line(
    String resource,
    Meter meter,
    BigDecimal quantity,
    String unit,
    BigDecimal free,
    BigDecimal price,
    BigDecimal per,
    BigDecimal amount,
    String basis) {}

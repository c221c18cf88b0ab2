package ai.myrecruiter.picasso.workflows.cost;

import ai.myrecruiter.picasso.workflows.InvalidInput;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.Map;

/** A value for every assumption. */
public final class Assumptions {
  /** All as they are by default. */
  public static final Assumptions STANDARD = new Assumptions(Map.of());

  private static final BigDecimal PERCENT = new BigDecimal("0.01");
  private static final BigDecimal KILO = new BigDecimal(1024);
  private final Map<Assumption, BigDecimal> given;

  private Assumptions(Map<Assumption, BigDecimal> given) {
    this.given = given;
  }

  /**
   * The same with another value.
   *
   * @throws InvalidInput when it is negative, or more than is believed
   */
  public Assumptions with(Assumption what, BigDecimal value) {
    InvalidInput.unless(
        value.signum() >= 0 && value.compareTo(what.most()) <= 0,
        "--" + what.id(),
        value.toPlainString(),
        "must be a number from 0 to " + what.most().toPlainString(),
        "give " + what.text());
    var all = new EnumMap<Assumption, BigDecimal>(Assumption.class);
    all.putAll(given);
    all.put(what, value);
    return new Assumptions(all);
  }

  /** The value. */
  public BigDecimal get(Assumption what) {
    return given.getOrDefault(what, what.standard());
  }

  /** Whether it was given, and is not the default. */
  public boolean isGiven(Assumption what) {
    return given.containsKey(what);
  }

  /** A percentage as a share of one. */
  BigDecimal share(Assumption percent) {
    return get(percent).multiply(PERCENT);
  }

  /** Units of a size that an item takes, at least one. */
  BigDecimal units(Assumption bytes, int kilobytes) {
    return get(bytes)
        .divide(KILO.multiply(BigDecimal.valueOf(kilobytes)), 0, RoundingMode.UP)
        .max(BigDecimal.ONE);
  }
}

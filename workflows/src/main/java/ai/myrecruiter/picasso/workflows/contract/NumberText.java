package ai.myrecruiter.picasso.workflows.contract;

import java.math.BigDecimal;

/**
 * Numbers as RFC 8785 (canonical JSON) writes them: the shortest digits that read back the same.
 */
public final class NumberText {
  private static final double PLAIN_FROM = 1e-6;
  private static final double PLAIN_BELOW = 1e21;

  private NumberText() {}

  /** The canonical form of a number; JSON has none of an infinity, which stays Java's. */
  public static String format(double value) {
    if (!Double.isFinite(value)) {
      return String.valueOf(value);
    }
    if (value == 0) {
      return "0";
    }
    var digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    var size = Math.abs(value);
    if (size >= PLAIN_FROM && size < PLAIN_BELOW) {
      return digits.toPlainString();
    }
    return scientific(digits);
  }

  private static String scientific(BigDecimal digits) {
    var unscaled = digits.unscaledValue().abs().toString();
    var exponent = unscaled.length() - 1 - digits.scale();
    var fraction = unscaled.length() == 1 ? "" : "." + unscaled.substring(1);
    return (digits.signum() < 0 ? "-" : "")
        + unscaled.charAt(0)
        + fraction
        + (exponent < 0 ? "e" : "e+")
        + exponent;
  }
}

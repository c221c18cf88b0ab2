package ai.myrecruiter.picasso.workflows.contract;

import java.math.BigDecimal;

/**
 * Numbers as RFC 8785 (canonical JSON) writes them: the shortest digits that read back the same.
 */
public final class NumberText {
  private static final double PLAIN_FROM = 1e-6;
  private static final double PLAIN_BELOW = 1e21;

  /** From here to below 1e7 Java's own form is the canonical one, but for a fraction of 0. */
  private static final double JAVA_PLAIN_FROM = 1e-3;

  private static final double JAVA_PLAIN_BELOW = 1e7;

  private NumberText() {}

  /** The canonical form of a number; JSON has none of an infinity, which stays Java's. */
  public static String format(double value) {
    if (!Double.isFinite(value)) {
      return String.valueOf(value);
    }
    if (value == 0) {
      return "0";
    }
    var text = Double.toString(value);
    var size = Math.abs(value);
    if (size >= JAVA_PLAIN_FROM && size < JAVA_PLAIN_BELOW) {
      return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
    var digits = new BigDecimal(text).stripTrailingZeros();
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

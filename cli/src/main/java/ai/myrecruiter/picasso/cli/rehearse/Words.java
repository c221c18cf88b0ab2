package ai.myrecruiter.picasso.cli.rehearse;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers of a rehearsal as people read them. */
final class Words {
  private static final MathContext THREE_DIGITS = new MathContext(3);

  private Words() {}

  /** Three digits at most: 115, 0.3, 0.005. */
  static String number(double value) {
    var rounded = BigDecimal.valueOf(value).round(THREE_DIGITS).stripTrailingZeros();
    return rounded.signum() == 0 ? "0" : rounded.toPlainString();
  }

  /** A share of 1 as percent, three digits at most. */
  static String share(double value) {
    return number(value * 100) + " %";
  }

  /** A whole number with thousands set apart. */
  static String whole(double value) {
    return String.format(Locale.ROOT, "%,.0f", value);
  }
}

package ai.myrecruiter.picasso.workflows.judge;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers in a judge's sentence, the same in every locale. */
final class Words {
  private Words() {}

  static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** Two digits or so: more would claim a precision that no sample has. */
  static String number(double value) {
    if (value >= 1e6) {
      return "over a million";
    }
    if (value > 0 && value < 0.01) {
      return "below 0.01";
    }
    var whole = value >= 100 || value == Math.rint(value);
    return String.format(Locale.ROOT, whole ? "%,.0f" : value >= 10 ? "%.1f" : "%.2g", value);
  }

  /** A share of 0 to 1 in percent, to three digits. */
  static String percent(double share) {
    return new BigDecimal(100 * share).round(new MathContext(3)).stripTrailingZeros().toPlainString()
        + " %";
  }

  /** {@code e = 3.1, limit 250}, the evidence given by its logarithm. */
  static String evidence(double logE, double limit) {
    return "e = %s, limit %s".formatted(number(LogSpace.exp(logE)), number(limit));
  }

  /** {@code 3 in 1,000 requests, version 2 1 in 9,000}. */
  static String samples(Counts candidate, Counts stable, Criteria criteria) {
    return "%s in %s requests, version %s %s in %s"
        .formatted(
            count(candidate.errors()),
            count(candidate.requests()),
            criteria.stable(),
            count(stable.errors()),
            count(stable.requests()));
  }
}

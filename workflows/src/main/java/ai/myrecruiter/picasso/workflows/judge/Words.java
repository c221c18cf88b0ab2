package ai.myrecruiter.picasso.workflows.judge;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers in a judge's sentence, the same in every locale. */
final class Words {
  private static final int GROUP = 3;

  private Words() {}

  /** In groups of three digits: {@code 1,234,567}. */
  static String count(long value) {
    var digits = new StringBuilder().append(value);
    var first = value < 0 ? 1 : 0;
    for (var i = digits.length() - GROUP; i > first; i -= GROUP) {
      digits.insert(i, ',');
    }
    return digits.toString();
  }

  /** Two digits or so: more would claim a precision that no sample has. */
  static String number(double value) {
    if (value >= 1e6) {
      return "over a million";
    }
    if (value > 0 && value < 0.01) {
      return "below 0.01";
    }
    if (value == Math.rint(value)) {
      return count((long) value);
    }
    var digits = BigDecimal.valueOf(value);
    if (value >= 100) {
      return count(digits.setScale(0, RoundingMode.HALF_UP).longValue());
    }
    return (value >= 10 ? digits.setScale(1, RoundingMode.HALF_UP) : twoDigits(digits))
        .toPlainString();
  }

  private static BigDecimal twoDigits(BigDecimal value) {
    var rounded = value.round(new MathContext(2, RoundingMode.HALF_UP));
    return rounded.setScale(2 - (rounded.precision() - rounded.scale()));
  }

  /** A share of 0 to 1 in percent, to three digits. */
  static String percent(double share) {
    return new BigDecimal(100 * share)
            .round(new MathContext(3))
            .stripTrailingZeros()
            .toPlainString()
        + " %";
  }

  /** {@code e = 3.1, limit 250}, the evidence given by its logarithm. */
  static String evidence(double logE, double limit) {
    return "e = " + number(LogSpace.exp(logE)) + ", limit " + number(limit);
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

package ai.myrecruiter.picasso.workflows.cost;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.regex.Pattern;

/** How often a schedule fires. */
final class Schedules {
  private static final Pattern RATE =
      Pattern.compile("rate\\(([1-9][0-9]{0,5}) (minute|hour|day)s?\\)");
  private static final Pattern HOURLY = Pattern.compile("cron\\([0-9]{1,2} \\* \\* \\* \\? \\*\\)");
  private static final Pattern DAILY =
      Pattern.compile("cron\\([0-9]{1,2} [0-9]{1,2} \\* \\* \\? \\*\\)");
  private static final BigDecimal MINUTES = Amounts.HOURS.multiply(new BigDecimal(60));
  private static final BigDecimal DAYS = new BigDecimal("30.5");

  private Schedules() {}

  /** Times a month; empty when the expression is of a form that is not known here. */
  static Optional<BigDecimal> perMonth(String expression) {
    var rate = RATE.matcher(expression);
    if (rate.matches()) {
      var every = new BigDecimal(rate.group(1));
      var times =
          switch (rate.group(2)) {
            case "minute" -> MINUTES;
            case "hour" -> Amounts.HOURS;
            default -> DAYS;
          };
      return Optional.of(times.divide(every, MathContext.DECIMAL64));
    }
    if (HOURLY.matcher(expression).matches()) {
      return Optional.of(Amounts.HOURS);
    }
    return DAILY.matcher(expression).matches() ? Optional.of(DAYS) : Optional.empty();
  }
}

package ai.myrecruiter.picasso.local.events;

import java.time.Duration;
import java.util.regex.Pattern;

/** How often a scheduled rule runs. */
final class Schedule {
  private static final Pattern RATE = Pattern.compile("rate\\((\\d{1,6}) (minute|hour|day)(s?)\\)");

  private Schedule() {}

  /** The interval of {@code rate(1 minute)}, {@code rate(5 minutes)} and the like. */
  static Duration parse(String expression) {
    var matcher = RATE.matcher(expression);
    if (!matcher.matches()
        || matcher.group(1).equals("1") == matcher.group(3).equals("s")
        || Integer.parseInt(matcher.group(1)) == 0) {
      throw EventErrors.invalid(
          "schedule '%s' is not rate(1 minute), rate(n minutes), hours or days: the stage runs no other"
              .formatted(expression));
    }
    long count = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "minute" -> Duration.ofMinutes(count);
      case "hour" -> Duration.ofHours(count);
      default -> Duration.ofDays(count);
    };
  }
}

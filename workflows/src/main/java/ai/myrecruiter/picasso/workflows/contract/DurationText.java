package ai.myrecruiter.picasso.workflows.contract;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 90s}, {@code 10m}, {@code 1h30m}, {@code 7d}. */
public final class DurationText {
  private static final int LONGEST = 40;
  private static final Pattern SHORT =
      Pattern.compile("(?:([0-9]+)d)?(?:([0-9]+)h)?(?:([0-9]+)m)?(?:([0-9]+)s)?");

  private DurationText() {}

  /** The duration of a short form or an ISO-8601 form such as {@code PT10M}; empty for neither. */
  public static Optional<Duration> parse(String text) {
    if (text.isEmpty() || text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return text.startsWith("P") ? Optional.of(Duration.parse(text)) : parseShort(text);
    } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /**
   * The short form, the one with the largest units; ISO-8601 where there is none (parts of a
   * second, negative).
   */
  public static String format(Duration duration) {
    if (duration.isNegative() || duration.toNanosPart() != 0) {
      return duration.toString();
    }
    var text = new StringBuilder();
    append(text, duration.toDaysPart(), 'd');
    append(text, duration.toHoursPart(), 'h');
    append(text, duration.toMinutesPart(), 'm');
    append(text, duration.toSecondsPart(), 's');
    return text.isEmpty() ? "0s" : text.toString();
  }

  private static Optional<Duration> parseShort(String text) {
    var match = SHORT.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    var sum =
        Duration.ofDays(part(match.group(1)))
            .plusHours(part(match.group(2)))
            .plusMinutes(part(match.group(3)))
            .plusSeconds(part(match.group(4)));
    return Optional.of(sum);
  }

  private static long part(@org.jspecify.annotations.Nullable String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }

  private static void append(StringBuilder text, long amount, char unit) {
    if (amount > 0) {
      text.append(amount).append(unit);
    }
  }
}

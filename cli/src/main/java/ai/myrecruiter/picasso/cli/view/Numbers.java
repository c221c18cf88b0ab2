package ai.myrecruiter.picasso.cli.view;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and times as people read them, the same in every locale. */
public final class Numbers {
  private static final DateTimeFormatter TIME_OF_DAY =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final double HUGE = 1e6;
  private static final int HUNDRED = 100;

  private Numbers() {}

  /** A count with thousands set apart. */
  public static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** A number without the zeros that say nothing: 10, 0.5, 0.001. */
  public static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  /** A share of 1 as percent with one decimal, two below one percent. */
  public static String percent(double share) {
    var percent = BigDecimal.valueOf(share * HUNDRED);
    var digits = percent.signum() > 0 && percent.compareTo(BigDecimal.ONE) < 0 ? 2 : 1;
    return percent.setScale(digits, RoundingMode.HALF_EVEN).toPlainString() + " %";
  }

  /** An e-value: two or three digits, as more would claim a precision that no sample has. */
  public static String evidence(double value) {
    if (value >= HUGE) {
      return "over a million";
    }
    var form = value >= HUNDRED ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, form, value);
  }

  /** Seconds with one decimal: 2.4 s. */
  public static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.1f s", seconds);
  }

  /** Minutes and seconds, or hours and minutes: 0:07, 12:30, 3h05. */
  public static String elapsed(Duration time) {
    var seconds = Math.max(0, time.toSeconds());
    return seconds < Duration.ofHours(1).toSeconds()
        ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
        : String.format(Locale.ROOT, "%dh%02d", seconds / 3600, seconds / 60 % 60);
  }

  /** Time of day, UTC. */
  public static String timeOfDay(Instant at) {
    return TIME_OF_DAY.format(at);
  }

  /** Day and minute, UTC. */
  public static String minute(Instant at) {
    return MINUTE.format(at);
  }
}

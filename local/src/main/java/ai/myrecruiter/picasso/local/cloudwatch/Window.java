package ai.myrecruiter.picasso.local.cloudwatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/**
 * A stretch of time cut into periods.
 *
 * @param start inclusive, where the first period begins
 * @param end exclusive
 */
record Window(Instant start, Instant end, Duration period) {
  /**
   * The window of a query: CloudWatch rounds its start down to the minute, or to the period when
   * that is shorter.
   */
  static Window of(Instant start, Instant end, Duration period) {
    if (!end.isAfter(start)) {
      throw CloudWatchErrors.invalid(
          "the window from %s to %s is empty: EndTime must be after StartTime"
              .formatted(start, end));
    }
    long step = Math.min(60, period.toSeconds());
    long second = start.getEpochSecond();
    var rounded = Instant.ofEpochSecond(second - Math.floorMod(second, step));
    return new Window(rounded, ceiling(end), period);
  }

  private static Instant ceiling(Instant instant) {
    long second = instant.getEpochSecond();
    return Instant.ofEpochSecond(instant.getNano() == 0 ? second : second + 1);
  }

  /** The period of this many seconds as CloudWatch allows it: 1, 5, 10, 20, 30 or minutes. */
  static Duration period(int seconds) {
    boolean allowed =
        switch (seconds) {
          case 1, 5, 10, 20, 30 -> true;
          default -> seconds > 0 && seconds % 60 == 0;
        };
    if (!allowed) {
      throw CloudWatchErrors.invalid(
          "period %d s is not 1, 5, 10, 20, 30 or a multiple of 60".formatted(seconds));
    }
    return Duration.ofSeconds(seconds);
  }

  /** Where the last period begins that the end cuts short; the end, if it cuts none. */
  Instant endOfWholePeriods() {
    long seconds = end.getEpochSecond() - start.getEpochSecond();
    return end.minusSeconds(seconds % period.toSeconds());
  }

  /** The start of each period, in order. */
  List<Instant> timeline() {
    return LongStream.iterate(
            start.getEpochSecond(), s -> s < end.getEpochSecond(), s -> s + period.toSeconds())
        .mapToObj(Instant::ofEpochSecond)
        .toList();
  }
}

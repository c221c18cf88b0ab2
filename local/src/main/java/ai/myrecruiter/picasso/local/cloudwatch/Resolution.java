package ai.myrecruiter.picasso.local.cloudwatch;

import java.time.Instant;

/** How finely CloudWatch keeps the time of a metric's values. */
public enum Resolution {
  /** StorageResolution 60: a value is stamped at its minute. */
  STANDARD(60),
  /** StorageResolution 1: a value is stamped at its second. */
  HIGH(1);

  private final int seconds;

  Resolution(int seconds) {
    this.seconds = seconds;
  }

  /** The second since the epoch at which a value of this instant is kept. */
  long stamp(Instant instant) {
    long second = instant.getEpochSecond();
    return second - Math.floorMod(second, seconds);
  }

  /** The resolution of a {@code StorageResolution} of 1 or 60 seconds. */
  public static Resolution ofSeconds(int seconds) {
    return switch (seconds) {
      case 1 -> HIGH;
      case 60 -> STANDARD;
      default ->
          throw CloudWatchErrors.invalid(
              "StorageResolution %d is not 1 or 60 seconds".formatted(seconds));
    };
  }
}

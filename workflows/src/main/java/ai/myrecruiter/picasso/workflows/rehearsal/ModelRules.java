package ai.myrecruiter.picasso.workflows.rehearsal;

import ai.myrecruiter.picasso.workflows.contract.DurationText;
import ai.myrecruiter.picasso.workflows.contract.NumberText;
import ai.myrecruiter.picasso.workflows.plan.Range;
import java.time.Duration;
import java.util.Set;

/** Every rule of a model, once. */
final class ModelRules {
  static final Range<Double> RPS =
      numbers(0.01, 100_000, "of requests a second from 0.01 to 100000", "use the measured mean");
  static final Range<Double> SWING = numbers(0, 1, "from 0 to 1", "use 0 for a steady rate");
  static final Range<Double> HOUR =
      new Range<>(
          hour -> hour >= 0 && hour < 24,
          ModelRules::text,
          "must be an hour of the day, from 0 to below 24",
          "use 14 for two in the afternoon");
  static final Range<Double> ERROR_RATE =
      numbers(0, 0.5, "from 0 to 0.5", "use 0.001 for one request in a thousand");
  static final Range<Double> ERROR_PERCENT =
      numbers(0.1, 50, "of percent from 0.1 to 50", "use 5 for one in twenty");
  static final Range<Double> CLUSTERING = numbers(0, 5, "from 0 to 5", "use 0 for a steady rate");
  static final Range<Double> SHARE =
      numbers(0, 1, "from 0 to 1", "use 0.5 for half of the requests");
  static final Range<Double> TIMES =
      numbers(1, 1_000_000, "from 1 to 1000000", "use 5 for five times the errors");
  static final Range<Double> SLOWDOWN =
      numbers(0.1, 100, "from 0.1 to 100", "use 1.2 for a fifth slower");
  static final Range<Double> MILLIS =
      numbers(1, 900_000, "of milliseconds from 1 to 900000", "use the measured median");
  static final Range<Double> SPREAD = numbers(0, 3, "from 0 to 3", "use 0.5");
  static final Range<Double> COLD =
      numbers(0, 60_000, "of milliseconds from 0 to 60000", "use the measured Init Duration");
  static final Range<Duration> ONSET =
      durations(Duration.ZERO, Duration.ofHours(24), "from 0s to 24h", "use 0s for at once");
  static final Range<Duration> LAG =
      durations(Duration.ZERO, Duration.ofMinutes(10), "from 0s to 10m", "use 10s");
  static final Range<Duration> HORIZON =
      durations(Duration.ofMinutes(1), Duration.ofDays(7), "from 1m to 7d", "use 2h");
  static final Range<Duration> RESOLUTION =
      new Range<>(
          Set.of(Duration.ofSeconds(10), Duration.ofSeconds(60))::contains,
          DurationText::format,
          "must be 10s or 60s",
          "use 60s for what Lambda itself publishes, 10s for the payload's own metrics");

  private ModelRules() {}

  private static String text(double number) {
    return Double.isFinite(number) ? NumberText.format(number) : Double.toString(number);
  }

  private static Range<Double> numbers(double low, double high, String range, String fix) {
    return new Range<>(
        n -> n >= low && n <= high, ModelRules::text, "must be a number " + range, fix);
  }

  private static Range<Duration> durations(Duration low, Duration high, String range, String fix) {
    return new Range<>(
        d -> d.compareTo(low) >= 0 && d.compareTo(high) <= 0,
        DurationText::format,
        "must be a duration " + range,
        fix);
  }
}

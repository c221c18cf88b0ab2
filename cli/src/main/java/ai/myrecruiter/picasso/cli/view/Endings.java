package ai.myrecruiter.picasso.cli.view;

import ai.myrecruiter.picasso.workflows.rollout.Ending;
import ai.myrecruiter.picasso.workflows.rollout.Outcome;
import ai.myrecruiter.picasso.workflows.rollout.Rollout;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** How a rollout ended, in words. */
public final class Endings {
  private Endings() {}

  /** What became of it and who decided, such as {@code rolled back, decided by judge}. */
  public static String words(Outcome outcome) {
    return words(outcome.ending())
        + ", decided by "
        + outcome.decidedBy().name().toLowerCase(Locale.ROOT);
  }

  /** What became of it. */
  public static String words(Ending ending) {
    return switch (ending) {
      case PROMOTED -> "promoted";
      case ROLLED_BACK -> "rolled back";
      case REFUSED -> "refused";
    };
  }

  /** Seconds from the first fault seen to the stable alias, with one decimal. */
  public static Optional<Double> secondsToStable(Outcome outcome) {
    return outcome.faultToStable().map(Endings::seconds);
  }

  /** Seconds with one decimal. */
  public static double seconds(Duration time) {
    return BigDecimal.valueOf(time.toMillis(), 3).setScale(1, RoundingMode.HALF_UP).doubleValue();
  }

  /** How long the fault was known before all traffic was off it; empty without a fault. */
  static Optional<String> reaction(Outcome outcome) {
    return secondsToStable(outcome)
        .flatMap(seconds ->
            outcome
                .firstFaultAt()
                .map(at ->
                    "first fault seen at %s UTC, all traffic on the old version %s later"
                        .formatted(Numbers.timeOfDay(at), Numbers.seconds(seconds))));
  }

  /** What served badly until then. */
  static String damage(Outcome outcome) {
    var bad = outcome.badRequests();
    return "%s bad requests served by the new version, %s above the old version's rate"
        .formatted(Numbers.count(bad.errors()), Numbers.count(Math.round(bad.aboveOld())));
  }

  /** The status, or how it ended and why, in one line that has no full stop at its end. */
  public static String summary(Rollout rollout) {
    return rollout
        .outcome()
        .map(outcome -> words(outcome) + ". " + outcome.sentence().replaceFirst("\\.$", ""))
        .orElseGet(() -> rollout.status().name());
  }
}

package ai.myrecruiter.picasso.cli.view;

import ai.myrecruiter.picasso.workflows.rollout.Ending;
import ai.myrecruiter.picasso.workflows.rollout.Outcome;
import ai.myrecruiter.picasso.workflows.rollout.Rollout;
import java.util.Locale;

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

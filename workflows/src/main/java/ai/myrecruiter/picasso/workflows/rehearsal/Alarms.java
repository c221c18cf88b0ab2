package ai.myrecruiter.picasso.workflows.rehearsal;

import java.util.Optional;

/**
 * Where alarms go off in a rehearsal, if not where the environment says.
 *
 * @param errorPercent threshold of the alarm {@code chat-errors}: failed invocations, above 0.1 to
 *     50 percent; empty for the environment's own, {@code thresholds.errorPercent}
 */
public record Alarms(Optional<Double> errorPercent) {
  /** As the environment says. */
  public static final Alarms OF_THE_ENVIRONMENT = new Alarms(Optional.empty());

  /** Checks the range. */
  public Alarms {
    errorPercent.ifPresent(
        percent -> ModelRules.ERROR_PERCENT.require("$.alarms.errorPercent", percent));
  }
}

package ai.myrecruiter.picasso.local.lambda;

import java.time.Instant;
import java.util.Map;

/**
 * Invocations of one version that are counted without being run.
 *
 * @param began when, within one minute
 * @param invocations 0 or more
 * @param errors 0 to {@code invocations}
 * @param durations how many took how many milliseconds
 */
public record ServedInvocations(
    Instant began, long invocations, long errors, Map<Double, Long> durations) {
  /** Copies the durations. */
  public ServedInvocations {
    if (invocations < 0 || errors < 0 || errors > invocations) {
      throw new IllegalArgumentException(
          "%d errors in %d invocations: give 0 or more, and no more errors than invocations"
              .formatted(errors, invocations));
    }
    durations = Map.copyOf(durations);
  }
}

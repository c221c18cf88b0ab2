package ai.myrecruiter.picasso.local.lambda;

import java.time.Instant;
import java.util.Map;

/**
 * Invocations of one version that are counted without being run.
 *
 * @param began when, within one minute
 * @param invocations 0 or more
 * @param errors 0 to {@code invocations}
 * @param handled those of them that the payload answered with a 500 of its own, 0 to {@code
 *     errors}: it counts them, and Lambda does not
 * @param durations how many took how many milliseconds
 */
public record ServedInvocations(
    Instant began, long invocations, long errors, long handled, Map<Double, Long> durations) {
  /** Copies the durations. */
  public ServedInvocations {
    if (handled < 0 || handled > errors || errors > invocations) {
      throw new IllegalArgumentException(
          "%d handled of %d errors in %d invocations: give 0 or more, and no more than there are"
              .formatted(handled, errors, invocations));
    }
    durations = Map.copyOf(durations);
  }

  /** Those that ended the function, which Lambda counts and the payload cannot. */
  long crashed() {
    return errors - handled;
  }
}

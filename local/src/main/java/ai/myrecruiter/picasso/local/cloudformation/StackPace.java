package ai.myrecruiter.picasso.local.cloudformation;

import java.time.Duration;

/**
 * How long things take.
 *
 * @param changeSet from a request for a change set until its changes are known
 * @param resource an operation on one resource
 */
public record StackPace(Duration changeSet, Duration resource) {
  /** About what AWS takes, for a virtual clock. */
  public static final StackPace AS_AWS =
      new StackPace(Duration.ofSeconds(4), Duration.ofSeconds(3));

  /** Fast enough for a person who tries things on the real clock. */
  public static final StackPace QUICK =
      new StackPace(Duration.ofMillis(300), Duration.ofMillis(20));
}

package ai.myrecruiter.picasso.workflows.environment;

import java.time.Instant;

/**
 * A time in which nothing is released.
 *
 * @param name why, in kebab case
 * @param start first instant
 * @param end first instant after it, later than {@code start}
 */
public record DatedFreeze(String name, Instant start, Instant end) {
  /** Checks name and order. */
  public DatedFreeze {
    EnvironmentRules.NAME.require("$.name", name);
    EnvironmentRules.after("$.end", start, end);
  }

  boolean contains(Instant instant) {
    return !instant.isBefore(start) && instant.isBefore(end);
  }
}

package ai.myrecruiter.picasso.local.engine.asl;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When and how often a state is tried again.
 *
 * @param errors the names it is for, {@code States.ALL} and {@code States.TaskFailed} included
 * @param interval before the first retry
 * @param maxAttempts of retries, 0 for none
 * @param backoffRate by which the interval grows, 1 or more
 * @param maxDelay above which it does not grow
 * @param fullJitter whether the delay is drawn evenly from 0 to what it would be
 */
public record Retrier(
    List<String> errors,
    Duration interval,
    long maxAttempts,
    double backoffRate,
    Optional<Duration> maxDelay,
    boolean fullJitter) {
  /** Keeps the names from change. */
  public Retrier {
    errors = List.copyOf(errors);
  }

  /** The delay before a retry, the first being number 0. */
  public Duration delay(long attempt, RandomGenerator random) {
    double seconds = interval.toSeconds() * Math.pow(backoffRate, (double) attempt);
    double capped = Math.min(seconds, maxDelay.map(Duration::toSeconds).orElse(Long.MAX_VALUE));
    double drawn = fullJitter ? random.nextDouble() * capped : capped;
    return Duration.ofMillis((long) Math.min(drawn * 1000, Integer.MAX_VALUE * 1000.0));
  }
}

package ai.myrecruiter.picasso.local.events;

import java.time.Duration;
import java.util.Optional;

/**
 * Where a rule sends its events.
 *
 * @param retries how often a delivery that failed is tried again
 * @param maximumAge of an event that is still tried
 * @param deadLetters ARN of where an event goes that could not be delivered
 */
record RuleTarget(
    String id,
    String arn,
    TargetInput input,
    int retries,
    Duration maximumAge,
    Optional<String> deadLetters) {
  static final int DEFAULT_RETRIES = 185;
  static final Duration DEFAULT_MAXIMUM_AGE = Duration.ofHours(24);

  /** The service part of the ARN, such as {@code lambda}. */
  String service() {
    var parts = arn.split(":", 4);
    if (parts.length < 4 || !parts[0].equals("arn")) {
      throw EventErrors.invalid("target '%s' has no ARN: '%s'".formatted(id, arn));
    }
    return parts[2];
  }
}

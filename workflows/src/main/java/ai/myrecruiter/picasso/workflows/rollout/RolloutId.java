package ai.myrecruiter.picasso.workflows.rollout;

import ai.myrecruiter.picasso.workflows.InvalidInput;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The name of one rollout, also the name of its execution.
 *
 * @param value lower-case letters, digits and hyphens, 3 to 64
 */
public record RolloutId(String value) {
  private static final Pattern LEGAL = Pattern.compile("[a-z0-9][a-z0-9-]{2,63}");
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Refuses other forms. */
  @JsonCreator
  public RolloutId {
    InvalidInput.unless(
        LEGAL.matcher(value).matches(),
        "rolloutId",
        value,
        "must be 3 to 64 lower-case letters, digits and hyphens",
        "take it from picasso rollout list");
  }

  /** A new id that sorts by time, such as {@code 20261102-080000-3fa9c1}. */
  public static RolloutId create(Instant at, RandomGenerator random) {
    return new RolloutId(STAMP.format(at) + "-" + "%06x".formatted(random.nextInt(1 << 24)));
  }

  /** The text. */
  @JsonValue
  @Override
  public String toString() {
    return value;
  }
}

package ai.myrecruiter.picasso.runtime.conversation;

import ai.myrecruiter.picasso.runtime.redaction.RedactedText;
import java.time.Duration;
import java.time.Instant;

/**
 * One entry of a conversation's summary.
 *
 * @param role whose statement it is
 * @param text what was said, redacted
 */
public record Fact(Role role, RedactedText text, Instant createdAt) {
  /** How long a summary is kept after its last change. */
  public static final Duration LIFE = Duration.ofDays(7);

  /** Longest fact in characters; the rest of a longer statement is left out. */
  public static final int MOST_CHARACTERS = 280;
}

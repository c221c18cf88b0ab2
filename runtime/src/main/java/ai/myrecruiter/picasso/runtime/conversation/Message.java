package ai.myrecruiter.picasso.runtime.conversation;

import java.time.Duration;
import java.time.Instant;

/**
 * Something that was said. It may hold anything a patient writes, so it is kept for a day,
 * encrypted, and shown to nobody but the same session.
 *
 * @param text not blank
 */
public record Message(Role role, String text, Instant createdAt) {
  /** How long a message is kept. */
  public static final Duration LIFE = Duration.ofHours(24);

  /**
   * Checks the text.
   *
   * @throws IllegalArgumentException naming rule and fix, not the text
   */
  public Message {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a message has no text: leave it out of the conversation");
    }
  }

  /** Without the text, which nobody logs by accident. */
  @Override
  public String toString() {
    return "Message[%s, %d characters, %s]".formatted(role, text.length(), createdAt);
  }
}

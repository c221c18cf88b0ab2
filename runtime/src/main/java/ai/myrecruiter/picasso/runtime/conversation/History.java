package ai.myrecruiter.picasso.runtime.conversation;

import java.util.List;

/**
 * What a conversation is known to be about.
 *
 * @param facts of the last seven days, oldest first
 * @param messages of the last 24 hours, oldest first
 */
public record History(List<Fact> facts, List<Message> messages) {
  /** Nothing is known. */
  public static final History NONE = new History(List.of(), List.of());

  /** Copies the lists. */
  public History {
    facts = List.copyOf(facts);
    messages = List.copyOf(messages);
  }

  /** The facts that the messages do not tell: those from before the first of them. */
  public List<Fact> earlierFacts() {
    return messages.isEmpty()
        ? facts
        : facts.stream()
            .filter(fact -> fact.createdAt().isBefore(messages.getFirst().createdAt()))
            .toList();
  }
}

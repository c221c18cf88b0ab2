package ai.myrecruiter.picasso.runtime.streaming;

import ai.myrecruiter.picasso.runtime.conversation.ConversationErased;
import ai.myrecruiter.picasso.runtime.conversation.ConversationKey;
import ai.myrecruiter.picasso.runtime.conversation.Conversations;
import ai.myrecruiter.picasso.runtime.conversation.Message;
import ai.myrecruiter.picasso.runtime.conversation.Role;
import ai.myrecruiter.picasso.runtime.telemetry.OpaqueId;
import java.time.InstantSource;
import software.amazon.awssdk.core.exception.SdkException;

/** The conversations of the two tables. */
final class StoredMemory implements Memory {
  private final Conversations conversations;
  private final InstantSource clock;

  StoredMemory(Conversations conversations, InstantSource clock) {
    this.conversations = conversations;
    this.clock = clock;
  }

  @Override
  public Recall recall(ConversationKey conversation) throws Refusal {
    try {
      var history = conversations.history(conversation);
      return new Recall(
          history.facts().stream().map(fact -> fact.text().value()).toList(),
          history.messages().stream()
              .map(message -> new Turn(message.role() == Role.USER, message.text()))
              .toList());
    } catch (ConversationErased erased) {
      throw new Refusal(ErrorCode.SESSION_ERASED);
    } catch (SdkException unreadable) {
      throw new Refusal(ErrorCode.HISTORY_UNAVAILABLE);
    }
  }

  @Override
  public boolean keep(
      ConversationKey conversation, OpaqueId request, String question, String answer) {
    var now = clock.instant();
    try {
      conversations.record(
          conversation,
          request,
          new Message(Role.USER, question, now),
          new Message(Role.ASSISTANT, answer, now));
      return true;
    } catch (ConversationErased | SdkException notKept) {
      return false;
    }
  }
}

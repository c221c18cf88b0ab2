package ai.myrecruiter.picasso.runtime.streaming;

import ai.myrecruiter.picasso.runtime.conversation.ConversationKey;
import ai.myrecruiter.picasso.runtime.telemetry.OpaqueId;
import java.util.List;

/** What was said before. */
public interface Memory {
  /**
   * What is known of a conversation.
   *
   * @param facts without personal information
   * @param turns oldest first
   */
  record Recall(List<String> facts, List<Turn> turns) {
    /** Copies the lists. */
    public Recall {
      facts = List.copyOf(facts);
      turns = List.copyOf(turns);
    }
  }

  /**
   * One message.
   *
   * @param byUser whether the user wrote it, else the model
   */
  record Turn(boolean byUser, String text) {}

  /**
   * Reads a conversation.
   *
   * @throws Refusal when it was erased or cannot be read
   */
  Recall recall(ConversationKey conversation) throws Refusal;

  /**
   * Keeps a question and its answer, once a request.
   *
   * @param request the client's id of the request, the same when it asks again
   * @return whether it is kept; an erased conversation keeps nothing
   */
  boolean keep(ConversationKey conversation, OpaqueId request, String question, String answer);
}

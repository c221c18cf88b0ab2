package ai.myrecruiter.picasso.runtime.streaming;

import ai.myrecruiter.picasso.runtime.conversation.ConversationKey;

/** A request that was let in. */
public interface Permit {
  /** Whose conversation it is, as the verified token says. */
  ConversationKey conversation();

  /** Whether the token is still in force; asks the revocations. */
  Standing standing();
}

package ai.myrecruiter.picasso.runtime.conversation;

/** Who said something. */
public enum Role {
  /** The person who chats. */
  USER,
  /** The model. */
  ASSISTANT
}

package ai.myrecruiter.picasso.runtime.conversation;

/** The session was erased, or was never opened: nothing can be written to it any more. */
public final class ConversationErased extends RuntimeException {
  private static final long serialVersionUID = 1;

  ConversationErased() {
    super("the session is erased or unknown and takes no more messages: get a new token");
  }
}

package ai.myrecruiter.picasso.runtime.conversation;

import java.util.function.Consumer;

/**
 * Deletes conversations so that nothing comes back: first the fence, which is part of every write's
 * transaction, then the data, then a consistent read that finds none. May be repeated at any point.
 */
public final class Erasure {
  /** One pass is enough behind a fence; more would mean that something writes around it. */
  private static final int PASSES = 3;

  private final RecentMessages messages;
  private final Summaries summaries;
  private final Sessions sessions;

  Erasure(RecentMessages messages, Summaries summaries, Sessions sessions) {
    this.messages = messages;
    this.summaries = summaries;
    this.sessions = sessions;
  }

  /** Something was still there after every pass, so the erasure is not done. */
  public static final class NotEmpty extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotEmpty() {
      super(
          "a conversation is not empty after %d passes behind its fence: find what writes without the fence, then repeat"
              .formatted(PASSES));
    }
  }

  /**
   * Erases one conversation and closes its session for good.
   *
   * @param closed told of the session as soon as it takes no more writes, to revoke its tokens
   * @throws NotEmpty if it could not be shown to be gone
   */
  public Erased conversation(ConversationKey key, Consumer<String> closed) {
    sessions.close(key);
    closed.accept(key.session());
    var erased = new Erased(1, 0, 0);
    for (int pass = 0; pass < PASSES; pass++) {
      erased = erased.plus(delete(key));
      if (isEmpty(key)) {
        return erased;
      }
    }
    throw new NotEmpty();
  }

  private Erased delete(ConversationKey key) {
    var keys = messages.keys(key);
    messages.delete(keys);
    int found = summaries.exists(key) ? 1 : 0;
    summaries.delete(key);
    return new Erased(0, keys.size(), found);
  }

  private boolean isEmpty(ConversationKey key) {
    return messages.keys(key).isEmpty() && !summaries.exists(key);
  }

  /**
   * Erases every conversation of the key's subject. Meanwhile the subject cannot open another;
   * afterwards it can.
   *
   * @param closed told of each session as soon as it takes no more writes
   * @throws NotEmpty if one could not be shown to be gone; the subject stays closed then
   */
  public Erased subject(ConversationKey key, Consumer<String> closed) {
    sessions.closeSubject(key);
    var erased = Erased.NOTHING;
    for (var session : sessions.of(key)) {
      erased = erased.plus(conversation(key.withSession(session), closed));
    }
    sessions.reopenSubject(key);
    return erased;
  }
}

package ai.myrecruiter.picasso.runtime.conversation;

/**
 * What an erasure deleted, and that nothing is left, seen by consistent reads after the last
 * delete.
 *
 * @param sessions that were closed for good
 * @param messages that were deleted
 * @param summaries that were deleted
 */
public record Erased(int sessions, int messages, int summaries) {
  static final Erased NOTHING = new Erased(0, 0, 0);

  Erased plus(Erased other) {
    return new Erased(
        sessions + other.sessions, messages + other.messages, summaries + other.summaries);
  }
}

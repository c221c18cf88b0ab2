package ai.myrecruiter.picasso.runtime.streaming;

/** How a stream ended. */
sealed interface Outcome {
  /**
   * The answer is whole, or as long as it may be, or was cancelled.
   *
   * @param reason as the client is told
   */
  record Done(String reason) implements Outcome {}

  /** The token was revoked. */
  record Revoked() implements Outcome {}

  /** Something failed. */
  record Broken(ErrorCode code) implements Outcome {}
}

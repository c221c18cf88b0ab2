package ai.myrecruiter.picasso.runtime.streaming;

/** Whether a token that was let in still is. */
public enum Standing {
  /** It is. */
  IN_FORCE,
  /** It was revoked. */
  REVOKED,
  /** It cannot be told, which ends the stream as well. */
  UNKNOWN
}

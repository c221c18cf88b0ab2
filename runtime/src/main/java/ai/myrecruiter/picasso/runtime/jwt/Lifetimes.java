package ai.myrecruiter.picasso.runtime.jwt;

import java.time.Duration;

/** The times that the design of the tokens fixes. */
public final class Lifetimes {
  /** The most a token may live: {@code exp - iat}, at issue and at verification. */
  public static final Duration TOKEN = Duration.ofMinutes(15);

  /** How far two clocks may be apart. */
  public static final Duration SKEW = Duration.ofSeconds(5);

  /** How old a verifier's keys may be. */
  public static final Duration KEY_CACHE = Duration.ofMinutes(5);

  /** The least time between two readings of the keys that unknown key ids force. */
  public static final Duration FORCED_REFRESH = Duration.ofSeconds(30);

  /** From when the new key signs until the old one may go. */
  public static final Duration DRAIN = TOKEN.plus(SKEW).plus(KEY_CACHE);

  /** The life of a refresh family: after it the client asks for a new token from the start. */
  public static final Duration REFRESH_FAMILY = Duration.ofHours(12);

  /** How long a session's epoch is kept: longer than anything it can revoke lives. */
  public static final Duration SESSION_EPOCH = REFRESH_FAMILY.plus(TOKEN).plusHours(1);

  private Lifetimes() {}
}

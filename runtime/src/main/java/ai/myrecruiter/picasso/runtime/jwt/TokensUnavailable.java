package ai.myrecruiter.picasso.runtime.jwt;

import org.jspecify.annotations.Nullable;

/** Keys or the tokens table cannot be read or written; answer 503 and let the client try again. */
public final class TokensUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** With what failed; the cause is for the log's error class only. */
  public TokensUnavailable(String what, @Nullable Throwable cause) {
    super(what, cause);
  }
}

package ai.myrecruiter.picasso.runtime.jwt;

import java.time.Instant;

/**
 * A refresh token as it goes to the client, once.
 *
 * @param value 43 characters of base64url, 256 random bits
 * @param expiresAt the end of its family
 */
public record RefreshToken(String value, Instant expiresAt) {
  /** Without the value, which is a secret. */
  @Override
  public String toString() {
    return "RefreshToken[expiresAt=" + expiresAt + "]";
  }
}

package ai.myrecruiter.picasso.runtime.jwt;

import java.time.Instant;

/**
 * A token as it goes to the client.
 *
 * @param compact the compact JWS, at most 2,048 characters
 * @param jti its id, to revoke it by
 * @param expiresAt its end, in whole seconds
 */
public record IssuedToken(String compact, String jti, Instant expiresAt) {
  /** Without the token, which is a secret. */
  @Override
  public String toString() {
    return "IssuedToken[jti=" + jti + ", expiresAt=" + expiresAt + "]";
  }
}

package ai.myrecruiter.picasso.runtime.jwt;

/** Why a token is refused. The code is stable; it says nothing of the token's contents. */
public enum Reason {
  /** Not three parts of canonical base64url within 2,048 bytes, or an empty token. */
  MALFORMED("malformed_token", 401),
  /** The header is no strict JSON object with one text {@code alg} and one text {@code kid}. */
  BAD_HEADER("bad_header", 401),
  /** The header names or carries a key, is critical, compressed or unencoded. */
  FORBIDDEN_HEADER("forbidden_header", 401),
  /** The ring has no such key id. */
  UNKNOWN_KEY("unknown_key", 401),
  /** The algorithm is not the one pinned to the key id. */
  WRONG_ALGORITHM("wrong_algorithm", 401),
  /** The signature is not the key's. */
  BAD_SIGNATURE("bad_signature", 401),
  /** {@code typ} is not the purpose's. */
  WRONG_TYPE("wrong_type", 401),
  /** The claims are no strict JSON object with every claim we issue, in form and range. */
  BAD_CLAIMS("bad_claims", 401),
  /** {@code iss} or {@code aud} is not ours. */
  WRONG_AUDIENCE("wrong_audience", 401),
  /** {@code exp - iat} is over 900 seconds, or not positive. */
  LIFE_TOO_LONG("life_too_long", 401),
  /** {@code exp} has passed. */
  EXPIRED("expired", 401),
  /** {@code iat} or {@code nbf} is in the future. */
  NOT_YET_VALID("not_yet_valid", 401),
  /** The token is another tenant's: a cross-tenant attempt. */
  FOREIGN_TENANT("foreign_tenant", 403),
  /** All of the tenant's tokens were revoked. */
  REVOKED_TENANT("revoked_tenant", 401),
  /** All of the session's tokens were revoked. */
  REVOKED_SESSION("revoked_session", 401),
  /** This token was revoked. */
  REVOKED_TOKEN("revoked_token", 401),
  /** The refresh token is unknown, or is none. */
  UNKNOWN_REFRESH("unknown_refresh", 401),
  /** The refresh family is over its life. */
  REFRESH_EXPIRED("refresh_expired", 401),
  /** The refresh token was used before: its whole family and session are revoked. */
  REFRESH_REUSED("refresh_reused", 401),
  /** The refresh family is revoked. */
  REFRESH_REVOKED("refresh_revoked", 401),
  /** Keys or revocations cannot be read: nobody is let in until they can. */
  UNAVAILABLE("tokens_unavailable", 503);

  private final String code;
  private final int status;

  Reason(String code, int status) {
    this.code = code;
    this.status = status;
  }

  /** The stable code in snake case, for clients, logs and metrics. */
  public String code() {
    return code;
  }

  /** The HTTP status to answer with. */
  public int status() {
    return status;
  }
}

package ai.myrecruiter.picasso.runtime.master;

import ai.myrecruiter.picasso.runtime.jwt.IssuedToken;
import ai.myrecruiter.picasso.runtime.jwt.SessionId;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A token as clients get it. */
final class TokenReply {
  /** Whole seconds that a fresh token lives. */
  private static final int LIFE_SECONDS = 900;

  private TokenReply() {}

  static ObjectNode of(IssuedToken issued, SessionId session) {
    return Reply.object()
        .put("token", issued.compact())
        .put("token_type", "Bearer")
        .put("expires_in", LIFE_SECONDS)
        .put("expires_at", issued.expiresAt().toString())
        .put("session", session.value());
  }
}

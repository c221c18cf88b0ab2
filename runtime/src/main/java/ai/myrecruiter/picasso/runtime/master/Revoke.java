package ai.myrecruiter.picasso.runtime.master;

import ai.myrecruiter.picasso.runtime.conversation.ConversationKey;
import ai.myrecruiter.picasso.runtime.jwt.Purpose;
import ai.myrecruiter.picasso.runtime.jwt.Rejection;
import ai.myrecruiter.picasso.runtime.jwt.SessionId;
import ai.myrecruiter.picasso.runtime.jwt.VerifiedToken;
import ai.myrecruiter.picasso.runtime.tenant.Tenant;

/** Revokes one token, one session or everything of the tenant; takes a token to manage with. */
final class Revoke implements Endpoint {
  private final Access access;
  private final Tokens tokens;

  Revoke(Access access, Tokens tokens) {
    this.access = access;
    this.tokens = tokens;
  }

  @Override
  public Reply answer(Request request, Invocation invocation) throws Refusal {
    var body = Body.of(request);
    var scope = body.required("scope");
    var tenant = access.tenant(request);
    var _ = access.token(request, Purpose.MANAGE, tenant, invocation.measures());
    switch (scope) {
      case "tenant" -> tokens.revocations().revokeTenant(tenant.id());
      case "session" ->
          tokens.revocations().revokeSession(tenant.id(), session(body.required("session")));
      case "token" -> revokeToken(body.required("token"), tenant);
      case "refresh_token" -> tokens.refresh().revoke(tenant.id(), body.required("refresh_token"));
      default -> throw new Refusal(ErrorCode.BAD_FIELD);
    }
    return Reply.ok(Reply.object().put("revoked", scope));
  }

  private static SessionId session(String text) throws Refusal {
    if (!ConversationKey.isId(text)) {
      throw new Refusal(ErrorCode.BAD_FIELD);
    }
    return new SessionId(text);
  }

  private void revokeToken(String compact, Tenant tenant) throws Refusal {
    switch (tokens.verifier().authenticate(compact, Purpose.STREAM, tenant.id())) {
      case VerifiedToken token -> tokens.revocations().revoke(token);
      case Rejection rejection -> throw new Refusal(Problem.of(rejection.reason()));
    }
  }
}

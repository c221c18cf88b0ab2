package ai.myrecruiter.picasso.runtime.master;

import ai.myrecruiter.picasso.runtime.conversation.ConversationKey;
import ai.myrecruiter.picasso.runtime.jwt.Purpose;
import ai.myrecruiter.picasso.runtime.jwt.Rejection;
import ai.myrecruiter.picasso.runtime.jwt.TokenVerifier;
import ai.myrecruiter.picasso.runtime.jwt.VerifiedToken;
import ai.myrecruiter.picasso.runtime.tenant.Resolution;
import ai.myrecruiter.picasso.runtime.tenant.Tenant;
import ai.myrecruiter.picasso.runtime.tenant.TenantResolution;

/** Who asks: the tenant by host and hash, and the session by a token of that tenant. */
final class Access {
  private final TenantResolution tenants;
  private final TokenVerifier verifier;

  Access(TenantResolution tenants, TokenVerifier verifier) {
    this.tenants = tenants;
    this.verifier = verifier;
  }

  Tenant tenant(Request request) throws Refusal {
    var hash = request.header("x-tenant-hash").or(() -> request.query("t"));
    return switch (tenants.resolve(request.header("host"), hash)) {
      case Resolution.Resolved resolved -> resolved.tenant();
      case Resolution.Refused refused -> throw new Refusal(Problem.of(refused.reason()));
    };
  }

  /** The token that a request must carry. */
  VerifiedToken token(Request request, Purpose purpose, Tenant tenant) throws Refusal {
    var compact = request.token().orElseThrow(() -> new Refusal(ErrorCode.MISSING_TOKEN));
    return switch (verifier.verify(compact, purpose, tenant.id())) {
      case VerifiedToken token -> token;
      case Rejection rejection -> throw new Refusal(Problem.of(rejection.reason()));
    };
  }

  static ConversationKey conversation(VerifiedToken token) {
    return ConversationKey.of(token.tenant().value(), token.session().value());
  }
}

package ai.myrecruiter.picasso.runtime.master;

import ai.myrecruiter.picasso.runtime.conversation.ConversationKey;
import ai.myrecruiter.picasso.runtime.jwt.Purpose;
import ai.myrecruiter.picasso.runtime.jwt.Rejection;
import ai.myrecruiter.picasso.runtime.jwt.TokenVerifier;
import ai.myrecruiter.picasso.runtime.jwt.VerifiedToken;
import ai.myrecruiter.picasso.runtime.telemetry.Measures;
import ai.myrecruiter.picasso.runtime.telemetry.Metric;
import ai.myrecruiter.picasso.runtime.tenant.Resolution;
import ai.myrecruiter.picasso.runtime.tenant.Tenant;
import ai.myrecruiter.picasso.runtime.tenant.TenantResolution;
import java.time.Duration;
import java.time.InstantSource;

/** Who asks: the tenant by host and hash, and the session by a token of that tenant. */
final class Access {
  private final TenantResolution tenants;
  private final TokenVerifier verifier;
  private final InstantSource clock;

  Access(TenantResolution tenants, TokenVerifier verifier, InstantSource clock) {
    this.tenants = tenants;
    this.verifier = verifier;
    this.clock = clock;
  }

  Tenant tenant(Request request) throws Refusal {
    var hash = request.header("x-tenant-hash").or(() -> request.query("t"));
    return switch (tenants.resolve(request.header("host"), hash)) {
      case Resolution.Resolved resolved -> resolved.tenant();
      case Resolution.Refused refused -> throw new Refusal(Problem.of(refused.reason()));
    };
  }

  /**
   * The token that a request must carry.
   *
   * @param measures takes the time of verification, and that the token was accepted
   */
  VerifiedToken token(Request request, Purpose purpose, Tenant tenant, Measures measures)
      throws Refusal {
    var compact = request.token().orElseThrow(() -> new Refusal(ErrorCode.MISSING_TOKEN));
    var start = clock.instant();
    var verification = verifier.verify(compact, purpose, tenant.id());
    var took = Duration.between(start, clock.instant());
    measures.time(Metric.JWT_VERIFY_LATENCY, took.isNegative() ? Duration.ZERO : took);
    return switch (verification) {
      case VerifiedToken token -> {
        measures.count(Metric.TOKENS_ACCEPTED, 1);
        yield token;
      }
      case Rejection rejection -> throw new Refusal(Problem.of(rejection.reason()));
    };
  }

  static ConversationKey conversation(VerifiedToken token) {
    return ConversationKey.of(token.tenant().value(), token.session().value());
  }
}

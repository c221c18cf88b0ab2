package ai.myrecruiter.picasso.runtime.streaming;

import ai.myrecruiter.picasso.runtime.conversation.ConversationKey;
import ai.myrecruiter.picasso.runtime.jwt.Purpose;
import ai.myrecruiter.picasso.runtime.jwt.Reason;
import ai.myrecruiter.picasso.runtime.jwt.Rejection;
import ai.myrecruiter.picasso.runtime.jwt.TokenVerifier;
import ai.myrecruiter.picasso.runtime.jwt.VerifiedToken;
import ai.myrecruiter.picasso.runtime.telemetry.Measures;
import ai.myrecruiter.picasso.runtime.telemetry.Metric;
import ai.myrecruiter.picasso.runtime.tenant.CrossTenantAttempts;
import ai.myrecruiter.picasso.runtime.tenant.Resolution;
import ai.myrecruiter.picasso.runtime.tenant.Tenant;
import ai.myrecruiter.picasso.runtime.tenant.TenantResolution;
import java.time.Duration;
import java.time.InstantSource;

/** Admission by stream tokens: host, tenant, token and flag, in that order. */
final class TokenAdmission implements Admission {
  private final TenantResolution tenants;
  private final TokenVerifier verifier;
  private final CrossTenantAttempts attempts;
  private final InstantSource clock;

  TokenAdmission(
      TenantResolution tenants,
      TokenVerifier verifier,
      CrossTenantAttempts attempts,
      InstantSource clock) {
    this.tenants = tenants;
    this.verifier = verifier;
    this.attempts = attempts;
    this.clock = clock;
  }

  @Override
  public Permit admit(StreamRequest request, Measures measures) throws Refusal {
    long before = attempts.count();
    try {
      var tenant = tenant(request);
      var token = token(request, tenant, measures);
      if (!tenant.streaming().isOn(token.session().value())) {
        throw new Refusal(ErrorCode.STREAMING_OFF);
      }
      return new TokenPermit(token);
    } finally {
      measures.count(Metric.CROSS_TENANT_ATTEMPTS, attempts.count() - before);
    }
  }

  private Tenant tenant(StreamRequest request) throws Refusal {
    return switch (tenants.resolve(request.header("host"), request.header("x-tenant-hash"))) {
      case Resolution.Resolved(Tenant tenant) -> tenant;
      case Resolution.Refused(Resolution.Reason reason) ->
          throw new Refusal(
              reason == Resolution.Reason.UNAVAILABLE
                  ? ErrorCode.ADMISSION_UNAVAILABLE
                  : ErrorCode.TENANT_REFUSED);
    };
  }

  private VerifiedToken token(StreamRequest request, Tenant tenant, Measures measures)
      throws Refusal {
    var compact = request.token().orElseThrow(() -> new Refusal(ErrorCode.MISSING_TOKEN));
    var start = clock.instant();
    var verification = verifier.verify(compact, Purpose.STREAM, tenant.id());
    var took = Duration.between(start, clock.instant());
    measures.time(Metric.JWT_VERIFY_LATENCY, took.isNegative() ? Duration.ZERO : took);
    return switch (verification) {
      case VerifiedToken token -> {
        measures.count(Metric.TOKENS_ACCEPTED, 1);
        yield token;
      }
      case Rejection(Reason reason) ->
          throw new Refusal(
              switch (reason) {
                case UNAVAILABLE -> ErrorCode.ADMISSION_UNAVAILABLE;
                case FOREIGN_TENANT -> ErrorCode.TENANT_REFUSED;
                default -> ErrorCode.TOKEN_REFUSED;
              });
    };
  }

  private final class TokenPermit implements Permit {
    private final VerifiedToken token;

    TokenPermit(VerifiedToken token) {
      this.token = token;
    }

    @Override
    public ConversationKey conversation() {
      return ConversationKey.of(token.tenant().value(), token.session().value());
    }

    @Override
    public Standing standing() {
      return verifier
          .recheck(token)
          .map(rejection ->
              rejection.reason() == Reason.UNAVAILABLE ? Standing.UNKNOWN : Standing.REVOKED)
          .orElse(Standing.IN_FORCE);
    }
  }
}

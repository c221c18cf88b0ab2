package ai.myrecruiter.picasso.runtime.jwt;

import ai.myrecruiter.picasso.runtime.tenant.CrossTenantAttempts;
import ai.myrecruiter.picasso.runtime.tenant.TenantId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Verifies tokens by RFC 8725: form, header, key, algorithm, signature, claims, tenant, revocation,
 * in that order. It holds public keys only and never throws on what a client sent.
 */
public final class TokenVerifier {
  private final KeyCache keys;
  private final Revocations revocations;
  private final CrossTenantAttempts attempts;
  private final InstantSource clock;
  private final LongSupplier nanoTime;
  private final TokenMetrics metrics;

  /**
   * A verifier.
   *
   * @param clock the wall clock
   * @param nanoTime a monotonic clock in nanoseconds, for the metrics
   */
  public TokenVerifier(
      KeyCache keys,
      Revocations revocations,
      CrossTenantAttempts attempts,
      InstantSource clock,
      LongSupplier nanoTime,
      TokenMetrics metrics) {
    this.keys = keys;
    this.revocations = revocations;
    this.attempts = attempts;
    this.clock = clock;
    this.nanoTime = nanoTime;
    this.metrics = metrics;
  }

  /**
   * Verifies a token for a purpose and for the tenant that the server inferred, revocations
   * included. {@link Reason#UNAVAILABLE} if keys or revocations cannot be read.
   */
  public Verification verify(String compact, Purpose purpose, TenantId tenant) {
    return switch (authenticate(compact, purpose, tenant)) {
      case Rejection rejection -> rejection;
      case VerifiedToken token ->
          recheck(token)
              .<Verification>map(rejection -> rejection)
              .orElseGet(() -> {
                metrics.verified();
                return token;
              });
    };
  }

  /** Everything but revocation, which needs the table. Not enough to let anybody in. */
  public Verification authenticate(String compact, Purpose purpose, TenantId tenant) {
    long start = nanoTime.getAsLong();
    try {
      return authenticated(compact, purpose, tenant);
    } catch (Refused refused) {
      return metrics.rejected(refused.reason());
    } catch (TokensUnavailable unavailable) {
      return metrics.rejected(Reason.UNAVAILABLE);
    } finally {
      metrics.verifyTook(nanoTime.getAsLong() - start);
    }
  }

  /**
   * Whether a verified token was revoked since: one consistent read, for streams to ask every five
   * seconds. Empty if it is still good.
   */
  public Optional<Rejection> recheck(VerifiedToken token) {
    try {
      return revocations.check(token).map(metrics::rejected);
    } catch (TokensUnavailable unavailable) {
      return Optional.of(metrics.rejected(Reason.UNAVAILABLE));
    }
  }

  private VerifiedToken authenticated(String compact, Purpose purpose, TenantId tenant)
      throws Refused {
    var jws = CompactJws.parse(compact);
    var header = Header.read(jws.header());
    if (!header.typ().equals(Optional.of(purpose.typ()))) {
      throw new Refused(Reason.WRONG_TYPE);
    }
    var now = clock.instant();
    var payload = StrictJws.open(jws, header, kid -> kid.flatMap(id -> key(purpose, id, now)));
    var claims = Claims.read(payload);
    belongs(claims, purpose);
    inForce(claims, now);
    if (!claims.tenant().equals(tenant.value())) {
      attempts.add();
      throw new Refused(Reason.FOREIGN_TENANT);
    }
    return new VerifiedToken(
        tenant,
        claims.session(),
        purpose,
        claims.jti(),
        claims.epochs(),
        Instant.ofEpochSecond(claims.expiresAt()));
  }

  private Optional<KeyMaterial> key(Purpose purpose, String kid, Instant now) {
    return keys.find(purpose, kid)
        .filter(key -> key.inForce(now, Lifetimes.SKEW))
        .map(RingKey::material);
  }

  private static void belongs(Claims claims, Purpose purpose) throws Refused {
    if (!claims.issuer().equals(Claims.ISSUER) || !claims.audience().equals(purpose.audience())) {
      throw new Refused(Reason.WRONG_AUDIENCE);
    }
  }

  private static void inForce(Claims claims, Instant now) throws Refused {
    long life = claims.expiresAt() - claims.issuedAt();
    if (life <= 0 || life > Lifetimes.TOKEN.toSeconds()) {
      throw new Refused(Reason.LIFE_TOO_LONG);
    }
    if (!now.isBefore(Instant.ofEpochSecond(claims.expiresAt()).plus(Lifetimes.SKEW))) {
      throw new Refused(Reason.EXPIRED);
    }
    var latest = now.plus(Lifetimes.SKEW);
    if (Instant.ofEpochSecond(claims.issuedAt()).isAfter(latest)
        || Instant.ofEpochSecond(claims.notBefore()).isAfter(latest)) {
      throw new Refused(Reason.NOT_YET_VALID);
    }
  }
}

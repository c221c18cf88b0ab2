package ai.myrecruiter.picasso.runtime.jwt;

import ai.myrecruiter.picasso.runtime.tenant.TenantId;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.io.Serializer;
import io.jsonwebtoken.jackson.io.JacksonSerializer;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.function.LongSupplier;
import javax.crypto.SecretKey;

/** Issues tokens. Only the issuer's function can: it alone reads keys that sign. */
public final class TokenIssuer {
  private static final int JTI_BYTES = 16;
  private final KeyCache keys;
  private final InstantSource clock;
  private final SecureRandom random;
  private final LongSupplier nanoTime;
  private final TokenMetrics metrics;
  private final Serializer<Map<String, ?>> json = new JacksonSerializer<>(new ObjectMapper());

  /**
   * An issuer.
   *
   * @param keys rings whose keys can sign
   * @param clock the wall clock
   * @param nanoTime a monotonic clock in nanoseconds, for the metrics
   */
  public TokenIssuer(
      KeyCache keys,
      InstantSource clock,
      SecureRandom random,
      LongSupplier nanoTime,
      TokenMetrics metrics) {
    this.keys = keys;
    this.clock = clock;
    this.random = random;
    this.nanoTime = nanoTime;
    this.metrics = metrics;
  }

  /**
   * Issues a token that lives for {@link Lifetimes#TOKEN}.
   *
   * @param epochs of {@link Revocations#epochs} where a session begins, of {@link Rotated#epochs}
   *     where a refresh token was presented
   * @throws TokensUnavailable if there is no key to sign with
   */
  public IssuedToken issue(TenantId tenant, SessionId session, Purpose purpose, Epochs epochs) {
    long start = nanoTime.getAsLong();
    var key = keys.active(purpose);
    var jti = jti();
    long issuedAt = clock.instant().getEpochSecond();
    long expiresAt = issuedAt + Lifetimes.TOKEN.toSeconds();
    var builder =
        Jwts.builder()
            .random(random)
            .json(json)
            .header()
            .type(purpose.typ())
            .keyId(key.kid())
            .and()
            .issuer(Claims.ISSUER)
            .claim("aud", purpose.audience())
            .subject(session.value())
            .claim(Claims.TENANT, tenant.value())
            .id(jti)
            .claim("iat", issuedAt)
            .claim("exp", expiresAt)
            .claim(Claims.TENANT_EPOCH, epochs.tenant())
            .claim(Claims.SESSION_EPOCH, epochs.session());
    var compact = signed(builder, key.material()).compact();
    metrics.issued(purpose, nanoTime.getAsLong() - start);
    return new IssuedToken(compact, jti, Instant.ofEpochSecond(expiresAt));
  }

  private static JwtBuilder signed(JwtBuilder builder, KeyMaterial material) {
    var key =
        material.signing().orElseThrow(() -> new TokensUnavailable("no key that signs", null));
    return switch (material.algorithm()) {
      case ES256 -> builder.signWith((PrivateKey) key, Jwts.SIG.ES256);
      case HS256 -> builder.signWith((SecretKey) key, Jwts.SIG.HS256);
    };
  }

  private String jti() {
    var bytes = new byte[JTI_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}

package ai.myrecruiter.picasso.runtime.priming;

import ai.myrecruiter.picasso.runtime.jwt.Epochs;
import ai.myrecruiter.picasso.runtime.jwt.KeyCache;
import ai.myrecruiter.picasso.runtime.jwt.KeyRing;
import ai.myrecruiter.picasso.runtime.jwt.KeyRingDocument;
import ai.myrecruiter.picasso.runtime.jwt.KeyRings;
import ai.myrecruiter.picasso.runtime.jwt.Purpose;
import ai.myrecruiter.picasso.runtime.jwt.RingKey;
import ai.myrecruiter.picasso.runtime.jwt.SessionId;
import ai.myrecruiter.picasso.runtime.jwt.TokenIssuer;
import ai.myrecruiter.picasso.runtime.jwt.TokenMetrics;
import ai.myrecruiter.picasso.runtime.tenant.TenantId;
import java.security.SecureRandom;
import java.time.InstantSource;

/** Keys that nobody else has, for a tenant that is in no registry; gone when priming ends. */
final class Identity {
  static final TenantId TENANT = new TenantId("priming");
  static final String HOST = "priming.example";
  static final String SIGNING_SECRET = "signing";
  static final String VERIFICATION_SECRET = "verification";
  private static final SessionId SESSION = new SessionId("priming-session");
  private final InstantSource clock = InstantSource.system();
  private final SecureRandom random = new SecureRandom();
  private final KeyRings rings =
      new KeyRings(
          KeyRing.of(RingKey.generate("priming-stream", clock.instant(), random)),
          KeyRing.of(RingKey.generate("priming-manage", clock.instant(), random)));

  String signing() {
    return KeyRingDocument.write(rings);
  }

  String verification() {
    return KeyRingDocument.write(rings.publicHalf());
  }

  String token() {
    return new TokenIssuer(
            new KeyCache(() -> rings, clock), clock, random, System::nanoTime, new TokenMetrics())
        .issue(TENANT, SESSION, Purpose.STREAM, new Epochs(0, 0))
        .compact();
  }
}

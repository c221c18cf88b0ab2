package ai.myrecruiter.picasso.runtime.jwt;

import ai.myrecruiter.picasso.runtime.tenant.CrossTenantAttempts;
import ai.myrecruiter.picasso.runtime.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** An issuer and a verifier with real keys and a real table, on a clock that a test sets. */
final class Stage {
  static final TenantId NORTH = new TenantId("north-clinic");
  static final TenantId LAKE = new TenantId("lakeside");
  static final SessionId SESSION = new SessionId("session-0123456789");
  static final Epochs NEW = new Epochs(0, 0);
  static final Instant BEGIN = Instant.parse("2026-11-24T10:00:00Z");
  private static final SecureRandom RANDOM = new SecureRandom();

  final SetClock clock = new SetClock(BEGIN);
  final AtomicInteger keyReads = new AtomicInteger();
  final CrossTenantAttempts attempts = new CrossTenantAttempts();
  final TokenMetrics metrics = new TokenMetrics();
  final DynamoDbClient dynamoDb;
  final Revocations revocations;
  final RefreshTokens refresh;
  final TokenIssuer issuer;
  final TokenVerifier verifier;
  volatile KeyRings rings = rings(BEGIN);

  Stage() {
    this(LocalTables.create(), LocalTables.TOKENS);
  }

  Stage(DynamoDbClient dynamoDb, String table) {
    this.dynamoDb = dynamoDb;
    revocations = new Revocations(dynamoDb, table, clock, metrics);
    refresh = new RefreshTokens(dynamoDb, table, revocations, clock, RANDOM, metrics);
    issuer =
        new TokenIssuer(new KeyCache(() -> rings, clock), clock, RANDOM, System::nanoTime, metrics);
    verifier =
        new TokenVerifier(
            new KeyCache(this::publicRings, clock),
            revocations,
            attempts,
            clock,
            System::nanoTime,
            metrics);
  }

  static KeyRings rings(Instant begin) {
    return new KeyRings(
        KeyRing.of(RingKey.generate("stream-1", begin, RANDOM)),
        KeyRing.of(RingKey.generate("manage-1", begin, RANDOM)));
  }

  private KeyRings publicRings() {
    keyReads.incrementAndGet();
    return rings.publicHalf();
  }

  IssuedToken issue(Purpose purpose) {
    return issuer.issue(NORTH, SESSION, purpose, revocations.epochs(NORTH, SESSION));
  }

  VerifiedToken verified(String compact) {
    return switch (verifier.verify(compact, Purpose.STREAM, NORTH)) {
      case VerifiedToken token -> token;
      case Rejection(Reason reason) -> throw new AssertionError("refused: " + reason);
    };
  }

  /** What a verification comes to: {@code ok}, or the reason's code. */
  String outcome(String compact, Purpose purpose, TenantId tenant) {
    return switch (verifier.verify(compact, purpose, tenant)) {
      case VerifiedToken _ -> "ok";
      case Rejection(Reason reason) -> reason.code();
    };
  }

  /** A token of any header and claims, signed well by a purpose's key. */
  String forge(Purpose purpose, String header, String claims) {
    return sign(purpose, encode(header) + "." + encode(claims));
  }

  /** Any signing input, signed well by a purpose's key. */
  String sign(Purpose purpose, String input) {
    var key = rings.ring(purpose).activeKey().material();
    var bytes = input.getBytes(StandardCharsets.ISO_8859_1);
    return input + "." + encode(key.sign(bytes, RANDOM));
  }

  static String encode(String text) {
    return encode(text.getBytes(StandardCharsets.UTF_8));
  }

  static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static String decode(String part) {
    return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
  }
}

package ai.myrecruiter.picasso.runtime.master;

import ai.myrecruiter.picasso.runtime.conversation.ConversationKey;
import ai.myrecruiter.picasso.runtime.conversation.Conversations;
import ai.myrecruiter.picasso.runtime.jwt.KeyCache;
import ai.myrecruiter.picasso.runtime.jwt.Purpose;
import ai.myrecruiter.picasso.runtime.jwt.RefreshTokens;
import ai.myrecruiter.picasso.runtime.jwt.Revocations;
import ai.myrecruiter.picasso.runtime.jwt.SessionId;
import ai.myrecruiter.picasso.runtime.jwt.TokenIssuer;
import ai.myrecruiter.picasso.runtime.jwt.TokenMetrics;
import ai.myrecruiter.picasso.runtime.jwt.TokenVerifier;
import ai.myrecruiter.picasso.runtime.tenant.CrossTenantAttempts;
import ai.myrecruiter.picasso.runtime.tenant.SharedHosts;
import ai.myrecruiter.picasso.runtime.tenant.TenantHash;
import ai.myrecruiter.picasso.runtime.tenant.TenantId;
import ai.myrecruiter.picasso.runtime.tenant.TenantResolution;
import ai.myrecruiter.picasso.runtime.tenant.Tenants;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The ports of the master function, and how its endpoints are made on them. */
record Assembly(
    KeyCache keys,
    DynamoDbClient dynamoDb,
    String tokensTable,
    Tenants tenants,
    SharedHosts sharedHosts,
    Conversations conversations,
    ConverseModel model,
    StreamingRoute streaming,
    IssueLimit limit,
    InstantSource clock,
    SecureRandom random) {
  /** Reads by these names find nothing; health asks for them. */
  private static final TenantId NOBODY = new TenantId("health-check");

  private static final SessionId NO_SESSION = new SessionId("health-check");
  private static final TenantHash NO_HASH = new TenantHash("0000000000000000");

  Service service() {
    var tokens = tokens();
    var access =
        new Access(
            new TenantResolution(tenants, sharedHosts, tokens.attempts()),
            tokens.verifier(),
            clock);
    var health = new HealthCheck(probes(tokens));
    var metrics = new JwtMetrics(access, tokens.metrics(), clock.instant());
    var ids = new Ids(random);
    return new Service(
        Map.of(
            Route.HEALTH_CHECK, health,
            Route.JWT_METRICS, metrics,
            Route.ISSUE_TOKEN,
                new IssueToken(access, limit, tokens, conversations, streaming, random),
            Route.REFRESH_TOKEN, new RefreshToken(access, tokens),
            Route.REVOKE, new Revoke(access, tokens),
            Route.CHAT, new Chat(access, conversations, model, ids, clock),
            Route.CONFIG, new Configure(access, streaming),
            Route.STATE_CLEAR, new ClearState(access, tokens, conversations)),
        new DirectCalls(health, metrics, tokens, tenants, ids),
        new TokenCounts(tokens.metrics(), tokens.attempts()));
  }

  private Tokens tokens() {
    var metrics = new TokenMetrics();
    var attempts = new CrossTenantAttempts();
    var revocations = new Revocations(dynamoDb, tokensTable, clock, metrics);
    return new Tokens(
        new TokenIssuer(keys, clock, random, System::nanoTime, metrics),
        new TokenVerifier(keys, revocations, attempts, clock, System::nanoTime, metrics),
        new RefreshTokens(dynamoDb, tokensTable, revocations, clock, random, metrics),
        revocations,
        metrics,
        attempts);
  }

  private Map<Dependency, Runnable> probes(Tokens tokens) {
    var nothing = ConversationKey.of(NOBODY.value(), NO_SESSION.value());
    return Map.of(
        Dependency.KEY_RING, () -> keys.active(Purpose.STREAM),
        Dependency.TOKENS, () -> tokens.revocations().epochs(NOBODY, NO_SESSION),
        Dependency.TENANTS, () -> tenants.byHash(NO_HASH),
        Dependency.CONVERSATIONS, () -> conversations.history(nothing));
  }
}

package ai.myrecruiter.picasso.runtime.streaming;

import ai.myrecruiter.picasso.runtime.conversation.SetClock;
import ai.myrecruiter.picasso.runtime.jwt.KeyCache;
import ai.myrecruiter.picasso.runtime.jwt.KeyRing;
import ai.myrecruiter.picasso.runtime.jwt.KeyRings;
import ai.myrecruiter.picasso.runtime.jwt.LocalTables;
import ai.myrecruiter.picasso.runtime.jwt.Purpose;
import ai.myrecruiter.picasso.runtime.jwt.Revocations;
import ai.myrecruiter.picasso.runtime.jwt.RingKey;
import ai.myrecruiter.picasso.runtime.jwt.SessionId;
import ai.myrecruiter.picasso.runtime.jwt.TokenIssuer;
import ai.myrecruiter.picasso.runtime.jwt.TokenMetrics;
import ai.myrecruiter.picasso.runtime.jwt.TokenVerifier;
import ai.myrecruiter.picasso.runtime.telemetry.Measures;
import ai.myrecruiter.picasso.runtime.telemetry.Origin;
import ai.myrecruiter.picasso.runtime.telemetry.Telemetry;
import ai.myrecruiter.picasso.runtime.tenant.CrossTenantAttempts;
import ai.myrecruiter.picasso.runtime.tenant.FixedTenants;
import ai.myrecruiter.picasso.runtime.tenant.HostName;
import ai.myrecruiter.picasso.runtime.tenant.SharedHosts;
import ai.myrecruiter.picasso.runtime.tenant.StreamingFlag;
import ai.myrecruiter.picasso.runtime.tenant.Tenant;
import ai.myrecruiter.picasso.runtime.tenant.TenantHash;
import ai.myrecruiter.picasso.runtime.tenant.TenantId;
import ai.myrecruiter.picasso.runtime.tenant.TenantResolution;
import ai.myrecruiter.picasso.runtime.tenant.Tenants;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Admission on real keys and a real table: tenant {@code north} streams to one listed session,
 * tenant {@code south} to nobody.
 */
final class AdmissionStage implements AutoCloseable {
  static final String NORTH = "0a0a0a0a0a0a0a0a";
  static final String SOUTH = "0b0b0b0b0b0b0b0b";
  static final SessionId LISTED = new SessionId("session-0123456789");

  final SetClock clock = new SetClock();
  private final SecureRandom random = new SecureRandom();
  private final DynamoDbClient dynamoDb = LocalTables.create();
  private final DynamoDbClient between;
  private final TokenMetrics metrics = new TokenMetrics();
  private final CrossTenantAttempts attempts = new CrossTenantAttempts();
  private final Revocations revocations =
      new Revocations(dynamoDb, LocalTables.TOKENS, clock, metrics);
  private final KeyCache keys;
  private final Registry registry = new Registry();

  AdmissionStage() {
    this(UnaryOperator.identity());
  }

  /** With something between the function's own part and its table. */
  AdmissionStage(UnaryOperator<DynamoDbClient> between) {
    this.between = between.apply(dynamoDb);
    var rings =
        new KeyRings(
            KeyRing.of(RingKey.generate("stream-1", clock.instant(), random)),
            KeyRing.of(RingKey.generate("manage-1", clock.instant(), random)));
    this.keys = new KeyCache(() -> rings, clock);
  }

  /** The tenants, until they cannot be read. */
  private static final class Registry implements Tenants {
    private final Tenants tenants =
        new FixedTenants(
            List.of(
                tenant("north", NORTH, new StreamingFlag.Listed(Set.of(LISTED.value()))),
                tenant("south", SOUTH, new StreamingFlag.Off())));
    private @Nullable RuntimeException failure;

    private static Tenant tenant(String id, String hash, StreamingFlag flag) {
      return new Tenant(
          new TenantId(id), new TenantHash(hash), Set.of(new HostName(id + ".example")), flag);
    }

    private Tenants read() {
      if (failure != null) {
        throw failure;
      }
      return tenants;
    }

    @Override
    public Optional<Tenant> byHost(HostName host) {
      return read().byHost(host);
    }

    @Override
    public Optional<Tenant> byHash(TenantHash hash) {
      return read().byHash(hash);
    }
  }

  TokenAdmission admission() {
    return new TokenAdmission(
        new TenantResolution(registry, SharedHosts.parse("chat.example"), attempts),
        new TokenVerifier(keys, checked(), attempts, clock, System::nanoTime, metrics),
        attempts,
        clock);
  }

  /** Revocations as the function reads them. */
  private Revocations checked() {
    return new Revocations(between, LocalTables.TOKENS, clock, metrics);
  }

  String token(String tenant, String session, Purpose purpose) {
    var id = new TenantId(tenant);
    var whose = new SessionId(session);
    return new TokenIssuer(keys, clock, random, System::nanoTime, metrics)
        .issue(id, whose, purpose, revocations.epochs(id, whose))
        .compact();
  }

  void revoke(String tenant, String session) {
    revocations.revokeSession(new TenantId(tenant), new SessionId(session));
  }

  void dropTokens() {
    dynamoDb.deleteTable(table -> table.tableName(LocalTables.TOKENS));
  }

  void registryFails(RuntimeException failure) {
    registry.failure = failure;
  }

  /** What CloudWatch would get of measures. */
  String published(Measures measures) {
    var lines = new ArrayList<String>();
    new Telemetry(clock, Origin.of("streaming", "arn:a:streaming:live", "7", "r"), lines::add)
        .publish(measures);
    return lines.toString();
  }

  @Override
  public void close() {
    dynamoDb.close();
  }
}

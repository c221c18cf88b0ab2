package ai.myrecruiter.picasso.bench.jwt;

import ai.myrecruiter.picasso.runtime.jwt.Epochs;
import ai.myrecruiter.picasso.runtime.jwt.IssuedToken;
import ai.myrecruiter.picasso.runtime.jwt.KeyCache;
import ai.myrecruiter.picasso.runtime.jwt.KeyRing;
import ai.myrecruiter.picasso.runtime.jwt.KeyRings;
import ai.myrecruiter.picasso.runtime.jwt.Purpose;
import ai.myrecruiter.picasso.runtime.jwt.Revocations;
import ai.myrecruiter.picasso.runtime.jwt.RingKey;
import ai.myrecruiter.picasso.runtime.jwt.SessionId;
import ai.myrecruiter.picasso.runtime.jwt.TokenIssuer;
import ai.myrecruiter.picasso.runtime.jwt.TokenMetrics;
import ai.myrecruiter.picasso.runtime.jwt.TokenVerifier;
import ai.myrecruiter.picasso.runtime.jwt.Verification;
import ai.myrecruiter.picasso.runtime.jwt.VerifiedToken;
import ai.myrecruiter.picasso.runtime.tenant.CrossTenantAttempts;
import ai.myrecruiter.picasso.runtime.tenant.TenantId;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Issuing and verifying, signature and JSON included, beside {@link BareTokens} in the same run.
 * Reading the revocations is left out on both sides: it is a round trip to a table.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
public class TokenBenchmark {
  private static final TenantId TENANT = new TenantId("north-clinic");
  private static final SessionId SESSION = new SessionId("session-0123456789");
  private static final Epochs EPOCHS = new Epochs(0, 0);
  private final SecureRandom random = new SecureRandom();
  private final BareTokens bare = new BareTokens(random);
  private final InstantSource clock = InstantSource.system();
  private KeyPair bareKey;
  private String bareToken;
  private TokenIssuer issuer;
  private TokenVerifier verifier;
  private String token;

  /** Makes keys and a token of each. */
  @Setup
  public void prepare() throws IOException, GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    bareKey = generator.generateKeyPair();
    bareToken = bareIssue();
    var begin = clock.instant();
    var rings =
        new KeyRings(
            KeyRing.of(RingKey.generate("stream-1", begin, random)),
            KeyRing.of(RingKey.generate("manage-1", begin, random)));
    var metrics = new TokenMetrics();
    issuer =
        new TokenIssuer(new KeyCache(() -> rings, clock), clock, random, System::nanoTime, metrics);
    verifier =
        new TokenVerifier(
            new KeyCache(rings::publicHalf, clock),
            new Revocations(noTable(), "none", clock, metrics),
            new CrossTenantAttempts(),
            clock,
            System::nanoTime,
            metrics);
    token = issue().compact();
    if (!(verify() instanceof VerifiedToken)) {
      throw new IllegalStateException("the benchmark's own token is refused");
    }
  }

  /** Issues as the service does. */
  @Benchmark
  public IssuedToken issue() {
    return issuer.issue(TENANT, SESSION, Purpose.STREAM, EPOCHS);
  }

  /** Issues with the least code. */
  @Benchmark
  public String bareIssue() throws IOException, GeneralSecurityException {
    return bare.issue(bareKey.getPrivate(), "stream-1", clock.instant().getEpochSecond());
  }

  /** Verifies as the service does. */
  @Benchmark
  public Verification verify() {
    return verifier.authenticate(token, Purpose.STREAM, TENANT);
  }

  /** Verifies with the least code. */
  @Benchmark
  public JsonNode bareVerify() throws IOException, GeneralSecurityException {
    return bare.verify(bareKey.getPublic(), bareToken, clock.instant().getEpochSecond());
  }

  /** Nothing measured here reads a table. */
  private static DynamoDbClient noTable() {
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            DynamoDbClient.class.getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            (proxy, method, arguments) -> {
              throw new UnsupportedOperationException(method.getName());
            });
  }
}

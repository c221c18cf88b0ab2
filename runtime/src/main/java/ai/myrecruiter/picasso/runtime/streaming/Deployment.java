package ai.myrecruiter.picasso.runtime.streaming;

import ai.myrecruiter.picasso.runtime.aws.AwsAccess;
import ai.myrecruiter.picasso.runtime.conversation.Conversations;
import ai.myrecruiter.picasso.runtime.conversation.StoreNames;
import ai.myrecruiter.picasso.runtime.jwt.Algorithm;
import ai.myrecruiter.picasso.runtime.jwt.KeyCache;
import ai.myrecruiter.picasso.runtime.jwt.Revocations;
import ai.myrecruiter.picasso.runtime.jwt.SecretKeySource;
import ai.myrecruiter.picasso.runtime.jwt.TokenMetrics;
import ai.myrecruiter.picasso.runtime.jwt.TokenVerifier;
import ai.myrecruiter.picasso.runtime.redaction.Redactors;
import ai.myrecruiter.picasso.runtime.tenant.CrossTenantAttempts;
import ai.myrecruiter.picasso.runtime.tenant.SharedHosts;
import ai.myrecruiter.picasso.runtime.tenant.TenantResolution;
import ai.myrecruiter.picasso.runtime.tenant.TenantTable;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Puts the function together as it is deployed, from its environment. */
final class Deployment {
  /** Whoever waits for a table is told within this time that it fails closed. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Duration BEYOND_IDLE = Duration.ofSeconds(10);
  private final AwsAccess access;
  private final Map<String, String> environment;
  private final InstantSource clock = InstantSource.system();

  /** Not a generator with a seed: all that go on from one snapshot would draw the same. */
  private final RandomGenerator random = new SecureRandom();

  private final List<SdkClient> clients = new ArrayList<>();

  private Deployment(Map<String, String> environment) {
    this.environment = environment;
    this.access = new AwsAccess(environment);
  }

  static Parts parts(Map<String, String> environment) {
    return new Deployment(environment).parts();
  }

  private Parts parts() {
    var dynamoDb = dynamoDb();
    var limits = Limits.PRODUCTION;
    return new Parts(
        admission(dynamoDb),
        new StoredMemory(
            new Conversations(
                dynamoDb,
                StoreNames.of(environment),
                Redactors.of(access, this::bedrock),
                clock,
                random),
            clock),
        new Cancellations(dynamoDb, access.required("PICASSO_CANCELLATIONS_TABLE"), clock),
        new Model(
            ModelSettings.of(environment),
            new BedrockClients(access, limits.idle().plus(BEYOND_IDLE))),
        limits,
        clock,
        random,
        access.value("AWS_LAMBDA_FUNCTION_VERSION").orElse("$LATEST"),
        clients);
  }

  private Admission admission(DynamoDbClient dynamoDb) {
    var attempts = new CrossTenantAttempts();
    var metrics = new TokenMetrics();
    var keys =
        new KeyCache(
            SecretKeySource.verification(
                secrets(),
                access.required("PICASSO_JWT_VERIFICATION_SECRET"),
                EnumSet.of(Algorithm.ES256)),
            clock);
    var revocations =
        new Revocations(dynamoDb, access.required("PICASSO_TOKENS_TABLE"), clock, metrics);
    return new TokenAdmission(
        new TenantResolution(
            new TenantTable(dynamoDb, access.required("PICASSO_TENANTS_TABLE"), clock),
            SharedHosts.parse(access.value("PICASSO_SHARED_HOSTS").orElse("")),
            attempts),
        new TokenVerifier(keys, revocations, attempts, clock, System::nanoTime, metrics),
        attempts,
        clock);
  }

  private <C extends SdkClient> C kept(C client) {
    clients.add(client);
    return client;
  }

  private DynamoDbClient dynamoDb() {
    return kept(access.client(DynamoDbClient.builder(), "DYNAMODB", PATIENCE).build());
  }

  private SecretsManagerClient secrets() {
    return kept(access.client(SecretsManagerClient.builder(), "SECRETS_MANAGER", PATIENCE).build());
  }

  private BedrockRuntimeClient bedrock() {
    return kept(access.client(BedrockRuntimeClient.builder(), "BEDROCK_RUNTIME", PATIENCE).build());
  }
}

package ai.myrecruiter.picasso.runtime.streaming;

import ai.myrecruiter.picasso.local.bedrock.BedrockEndpoint;
import ai.myrecruiter.picasso.local.bedrock.ModelAnswer;
import ai.myrecruiter.picasso.local.bedrock.ModelCall;
import ai.myrecruiter.picasso.local.dynamodb.LocalDynamoDb;
import ai.myrecruiter.picasso.local.runtimeapi.Offer;
import ai.myrecruiter.picasso.local.runtimeapi.ResponseLimits;
import ai.myrecruiter.picasso.local.runtimeapi.RuntimeApi;
import ai.myrecruiter.picasso.runtime.aws.AwsAccess;
import ai.myrecruiter.picasso.runtime.bootstrap.Bootstrap;
import ai.myrecruiter.picasso.runtime.conversation.ConversationKey;
import ai.myrecruiter.picasso.runtime.conversation.Conversations;
import ai.myrecruiter.picasso.runtime.conversation.StoreNames;
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
import ai.myrecruiter.picasso.runtime.redaction.RulesRedactor;
import ai.myrecruiter.picasso.runtime.tenant.CrossTenantAttempts;
import ai.myrecruiter.picasso.runtime.tenant.FixedTenants;
import ai.myrecruiter.picasso.runtime.tenant.HostName;
import ai.myrecruiter.picasso.runtime.tenant.SharedHosts;
import ai.myrecruiter.picasso.runtime.tenant.StreamingFlag;
import ai.myrecruiter.picasso.runtime.tenant.Tenant;
import ai.myrecruiter.picasso.runtime.tenant.TenantHash;
import ai.myrecruiter.picasso.runtime.tenant.TenantId;
import ai.myrecruiter.picasso.runtime.tenant.TenantResolution;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * The streaming function as it runs: its loop against a Runtime API, Bedrock's encoding on a
 * socket, tokens that are verified, tables in DynamoDB Local.
 */
final class StreamHarness implements AutoCloseable {
  static final Limits QUICK =
      new Limits(
          Duration.ofMillis(150),
          Duration.ofMillis(60),
          Duration.ofMillis(2_500),
          Duration.ofMillis(500),
          Duration.ofMillis(200),
          Duration.ofMillis(100),
          Duration.ofMillis(40),
          3,
          16,
          64_000);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final StoreNames STORES = new StoreNames("messages", "summaries", "sessions");
  static final TenantId TENANT = new TenantId("north");
  static final SessionId SESSION = new SessionId(ConversationKey.newSession(new byte[24]));

  final List<String> log = new CopyOnWriteArrayList<>();
  final LocalDynamoDb dynamoDb = LocalDynamoDb.embedded();
  final RuntimeApi api;
  final BedrockEndpoint bedrock;
  final Revocations revocations;
  final Conversations conversations;
  private final InstantSource clock = InstantSource.system();
  private final TokenIssuer issuer;
  private final String name = UUID.randomUUID().toString();
  private final Thread loop;

  StreamHarness(Function<ModelCall, ModelAnswer> answers) throws Exception {
    this(answers, QUICK, ResponseLimits.LAMBDA);
  }

  StreamHarness(
      Function<ModelCall, ModelAnswer> answers, Limits limits, ResponseLimits responseLimits)
      throws Exception {
    tables();
    this.api = RuntimeApi.start(responseLimits);
    this.bedrock = BedrockEndpoint.listening(0, answers);
    var metrics = new TokenMetrics();
    var rings =
        new KeyRings(
            KeyRing.of(RingKey.generate("stream-1", clock.instant().minusSeconds(60), RANDOM)),
            KeyRing.of(RingKey.generate("manage-1", clock.instant().minusSeconds(60), RANDOM)));
    var keys = new KeyCache(() -> rings, clock);
    this.revocations = new Revocations(dynamoDb.client(), "tokens", clock, metrics);
    this.issuer = new TokenIssuer(keys, clock, RANDOM, System::nanoTime, metrics);
    this.conversations =
        new Conversations(
            dynamoDb.client(), STORES, new RulesRedactor(), clock, RandomGenerator.getDefault());
    conversations.open(key());
    HarnessHandler.PARTS.put(name, parts(limits, keys, metrics));
    this.loop = Thread.ofVirtual().start(() -> Bootstrap.run(environment(), log::add));
  }

  static ConversationKey key() {
    return ConversationKey.of(TENANT.value(), SESSION.value());
  }

  private Parts parts(Limits limits, KeyCache keys, TokenMetrics metrics) {
    var attempts = new CrossTenantAttempts();
    var tenants =
        new FixedTenants(
            List.of(
                tenant("north", "aaaaaaaa", new StreamingFlag.On()),
                tenant("south", "bbbbbbbb", new StreamingFlag.Off())));
    return new Parts(
        new TokenAdmission(
            new TenantResolution(tenants, SharedHosts.parse("chat.example"), attempts),
            new TokenVerifier(keys, revocations, attempts, clock, System::nanoTime, metrics),
            attempts,
            clock),
        new StoredMemory(conversations, clock),
        new Cancellations(dynamoDb.client(), "cancellations", clock),
        new Model(
            ModelSettings.of(Map.of("PICASSO_MODEL_ID", "test.model-v1:0")),
            new BedrockClients(new AwsAccess(access()), Duration.ofSeconds(30))),
        limits,
        clock,
        RandomGenerator.getDefault(),
        "7",
        List.of());
  }

  private static Tenant tenant(String id, String hash, StreamingFlag flag) {
    return new Tenant(
        new TenantId(id), new TenantHash(hash), Set.of(new HostName(id + ".example")), flag);
  }

  private Map<String, String> access() {
    return Map.of(
        "AWS_REGION", "us-east-1",
        "AWS_ACCESS_KEY_ID", "test",
        "AWS_SECRET_ACCESS_KEY", "test",
        "AWS_ENDPOINT_URL_BEDROCK_RUNTIME", bedrock.endpoint().toString());
  }

  private Map<String, String> environment() {
    return Map.of(
        "AWS_LAMBDA_RUNTIME_API",
        api.address(),
        "_HANDLER",
        HarnessHandler.class.getName(),
        "HARNESS",
        name,
        "AWS_LAMBDA_FUNCTION_NAME",
        "picasso-test-streaming",
        "AWS_LAMBDA_FUNCTION_VERSION",
        "7");
  }

  private void tables() {
    create("tokens", "tenant", "item");
    create("cancellations", "stream");
    create(STORES.messages(), "tenantSession", "timestamp");
    create(STORES.summaries(), "tenantSession");
    create(STORES.sessions(), "tenantSubject", "session");
  }

  private void create(String table, String... keys) {
    dynamoDb
        .client()
        .createTable(r -> {
          r.tableName(table).billingMode(BillingMode.PAY_PER_REQUEST);
          r.attributeDefinitions(
              List.of(keys).stream()
                  .map(key ->
                      AttributeDefinition.builder()
                          .attributeName(key)
                          .attributeType(ScalarAttributeType.S)
                          .build())
                  .toList());
          r.keySchema(
              IntStream.range(0, keys.length)
                  .mapToObj(i ->
                      KeySchemaElement.builder()
                          .attributeName(keys[i])
                          .keyType(i == 0 ? KeyType.HASH : KeyType.RANGE)
                          .build())
                  .toList());
        });
  }

  String token() {
    return issuer
        .issue(TENANT, SESSION, Purpose.STREAM, revocations.epochs(TENANT, SESSION))
        .compact();
  }

  /** A request that is let in. */
  ObjectNode request(String body) {
    var event = JSON.createObjectNode().put("version", "2.0");
    event.putObject("requestContext").putObject("http").put("method", "POST");
    event.putObject("headers").put("host", "north.example").put("x-jwt-token", token());
    return event.put("body", body).put("isBase64Encoded", false);
  }

  Received ask(String question) throws Exception {
    return send(request(JSON.createObjectNode().put("message", question).toString()));
  }

  Received send(ObjectNode event) throws Exception {
    return send(event, new Received(), Duration.ofSeconds(30));
  }

  Received send(ObjectNode event, Received received, Duration time) throws Exception {
    api.offer(
        new Offer(
            UUID.randomUUID().toString(),
            "arn:aws:lambda:us-east-1:000000000000:function:picasso-test-streaming:live",
            Instant.now().plus(time),
            "Root=1-0-0",
            JSON.writeValueAsBytes(event),
            received));
    return received;
  }

  @Override
  public void close() throws IOException {
    api.close();
    try {
      loop.join(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    bedrock.close();
    dynamoDb.close();
    HarnessHandler.PARTS.remove(name);
  }
}

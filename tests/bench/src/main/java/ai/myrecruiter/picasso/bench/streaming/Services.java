package ai.myrecruiter.picasso.bench.streaming;

import ai.myrecruiter.picasso.local.bedrock.BedrockEndpoint;
import ai.myrecruiter.picasso.local.bedrock.ModelAnswer;
import ai.myrecruiter.picasso.local.bedrock.ModelCall;
import ai.myrecruiter.picasso.local.dynamodb.LocalDynamoDb;
import ai.myrecruiter.picasso.local.payload.PayloadServices;
import ai.myrecruiter.picasso.local.runtimeapi.Offer;
import ai.myrecruiter.picasso.local.runtimeapi.ResponseSink;
import ai.myrecruiter.picasso.local.secrets.Secrets;
import ai.myrecruiter.picasso.local.secrets.SecretsEndpoint;
import ai.myrecruiter.picasso.runtime.conversation.ConversationKey;
import ai.myrecruiter.picasso.runtime.conversation.Conversations;
import ai.myrecruiter.picasso.runtime.conversation.StoreNames;
import ai.myrecruiter.picasso.runtime.jwt.Algorithm;
import ai.myrecruiter.picasso.runtime.jwt.KeyCache;
import ai.myrecruiter.picasso.runtime.jwt.Purpose;
import ai.myrecruiter.picasso.runtime.jwt.Revocations;
import ai.myrecruiter.picasso.runtime.jwt.SecretKeySource;
import ai.myrecruiter.picasso.runtime.jwt.SessionId;
import ai.myrecruiter.picasso.runtime.jwt.TokenIssuer;
import ai.myrecruiter.picasso.runtime.jwt.TokenMetrics;
import ai.myrecruiter.picasso.runtime.redaction.RulesRedactor;
import ai.myrecruiter.picasso.runtime.tenant.TenantId;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Everything that the streaming function calls, on loopback, with one tenant and a session. */
final class Services implements AutoCloseable {
  private static final String ENVIRONMENT = "bench";
  private static final String HOST = "north-clinic.chat.myrecruiter.ai";
  private static final TenantId TENANT = new TenantId("north-clinic");
  private static final Duration TIME = Duration.ofMinutes(2);
  private final InstantSource clock = InstantSource.system();
  private final SecureRandom random = new SecureRandom();
  private final SessionId session = new SessionId(ConversationKey.newSession(new byte[24]));
  private final Secrets secrets = new Secrets();
  private final LocalDynamoDb dynamoDb = LocalDynamoDb.listening(0);
  private final SecretsEndpoint secretsEndpoint = new SecretsEndpoint(secrets);
  private final BedrockEndpoint bedrock;
  private final byte[] event;

  Services(Function<ModelCall, ModelAnswer> answers) throws IOException {
    this.bedrock = BedrockEndpoint.listening(0, answers);
    secrets.create(secret("signing-key"));
    secrets.create(secret("verification-keys"));
    table("tenants", "key");
    table("tokens", "tenant", "item");
    table("cancellations", "stream");
    table("messages", "tenantSession", "timestamp");
    table("summaries", "tenantSession");
    table("sessions", "tenantSubject", "session");
    PayloadServices.seed(secrets, dynamoDb.client(), ENVIRONMENT, clock.instant());
    new Conversations(dynamoDb.client(), stores(), new RulesRedactor(), clock, random)
        .open(ConversationKey.of(TENANT.value(), session.value()));
    this.event = event();
  }

  private static String secret(String name) {
    return "picasso/%s/jwt/%s".formatted(ENVIRONMENT, name);
  }

  private static String name(String table) {
    return "picasso-%s-%s".formatted(ENVIRONMENT, table);
  }

  private static StoreNames stores() {
    return new StoreNames(name("messages"), name("summaries"), name("sessions"));
  }

  private void table(String table, String... keys) {
    dynamoDb
        .client()
        .createTable(r ->
            r.tableName(name(table))
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                    Arrays.stream(keys)
                        .map(key ->
                            software.amazon.awssdk.services.dynamodb.model.AttributeDefinition
                                .builder()
                                .attributeName(key)
                                .attributeType(ScalarAttributeType.S)
                                .build())
                        .toList())
                .keySchema(
                    Arrays.stream(keys)
                        .map(key ->
                            software.amazon.awssdk.services.dynamodb.model.KeySchemaElement
                                .builder()
                                .attributeName(key)
                                .keyType(key.equals(keys[0]) ? KeyType.HASH : KeyType.RANGE)
                                .build())
                        .toList()));
  }

  /** Where the model is. */
  URI model() {
    return bedrock.endpoint();
  }

  /** The function's variables, but for those of Lambda. */
  Map<String, String> environment() {
    var variables = new TreeMap<String, String>();
    variables.put("AWS_REGION", "us-east-1");
    variables.put("AWS_ACCESS_KEY_ID", "local");
    variables.put("AWS_SECRET_ACCESS_KEY", "local");
    variables.put(
        "AWS_ENDPOINT_URL_DYNAMODB", dynamoDb.endpoint().map(URI::toString).orElseThrow());
    variables.put("AWS_ENDPOINT_URL_SECRETS_MANAGER", secretsEndpoint.uri().toString());
    variables.put("AWS_ENDPOINT_URL_BEDROCK_RUNTIME", model().toString());
    variables.put("PICASSO_MODEL_ID", "bench");
    variables.put("PICASSO_JWT_VERIFICATION_SECRET", secret("verification-keys"));
    variables.put("PICASSO_TENANTS_TABLE", name("tenants"));
    variables.put("PICASSO_TOKENS_TABLE", name("tokens"));
    variables.put("PICASSO_CANCELLATIONS_TABLE", name("cancellations"));
    variables.put(StoreNames.MESSAGES, name("messages"));
    variables.put(StoreNames.SUMMARIES, name("summaries"));
    variables.put(StoreNames.SESSIONS, name("sessions"));
    variables.put("_HANDLER", "ai.myrecruiter.picasso.runtime.streaming.StreamingFunction");
    variables.put("AWS_LAMBDA_FUNCTION_NAME", "picasso-bench-streaming");
    variables.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
    return variables;
  }

  private byte[] event() {
    var metrics = new TokenMetrics();
    var keys =
        new KeyCache(
            SecretKeySource.signing(
                secrets.client(), secret("signing-key"), java.util.EnumSet.of(Algorithm.ES256)),
            clock);
    var epochs =
        new Revocations(dynamoDb.client(), name("tokens"), clock, metrics).epochs(TENANT, session);
    var token =
        new TokenIssuer(keys, clock, random, System::nanoTime, metrics)
            .issue(TENANT, session, Purpose.STREAM, epochs);
    var json = new ObjectMapper().createObjectNode().put("version", "2.0");
    json.putObject("requestContext").putObject("http").put("method", "POST");
    json.putObject("headers").put("host", HOST).put("x-jwt-token", token.compact());
    return json.put("body", "{\"message\":\"When are you open?\"}")
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }

  /** A question that is let in. */
  Offer question(ResponseSink sink) {
    return new Offer(
        UUID.randomUUID().toString(),
        "arn:aws:lambda:us-east-1:000000000000:function:picasso-bench-streaming:live",
        clock.instant().plus(TIME),
        "Root=1-00000000-000000000000000000000000;Sampled=0",
        event,
        sink);
  }

  @Override
  public void close() throws IOException {
    bedrock.close();
    secretsEndpoint.close();
    dynamoDb.close();
  }
}

package ai.myrecruiter.picasso.runtime.master;

import ai.myrecruiter.picasso.runtime.conversation.ConversationTables;
import ai.myrecruiter.picasso.runtime.conversation.Conversations;
import ai.myrecruiter.picasso.runtime.conversation.SetClock;
import ai.myrecruiter.picasso.runtime.jwt.KeyCache;
import ai.myrecruiter.picasso.runtime.jwt.KeyRing;
import ai.myrecruiter.picasso.runtime.jwt.KeyRings;
import ai.myrecruiter.picasso.runtime.jwt.RingKey;
import ai.myrecruiter.picasso.runtime.redaction.RulesRedactor;
import ai.myrecruiter.picasso.runtime.tenant.FixedTenants;
import ai.myrecruiter.picasso.runtime.tenant.HostName;
import ai.myrecruiter.picasso.runtime.tenant.SharedHosts;
import ai.myrecruiter.picasso.runtime.tenant.StreamingFlag;
import ai.myrecruiter.picasso.runtime.tenant.Tenant;
import ai.myrecruiter.picasso.runtime.tenant.TenantHash;
import ai.myrecruiter.picasso.runtime.tenant.TenantId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The master function on real tables, keys and HTTP, in this JVM. */
final class MasterStage implements AutoCloseable {
  static final ObjectMapper JSON = new ObjectMapper();
  static final String NORTH = "0a0a0a0a0a0a0a0a";
  static final String SOUTH = "0b0b0b0b0b0b0b0b";
  static final String STREAMING_URL = "https://stream.example/";

  final ConversationTables tables = new ConversationTables();
  final ModelEndpoint model = new ModelEndpoint();
  final SetClock clock = new SetClock();
  final TestContext context = new TestContext();
  private final MasterHandler handler;

  MasterStage() {
    this(10_000);
  }

  MasterStage(int issueLimit) {
    this(issueLimit, UnaryOperator.identity());
  }

  /** With something between the function and its tables. */
  MasterStage(int issueLimit, UnaryOperator<DynamoDbClient> between) {
    var client = between.apply(tables.client());
    var random = new SecureRandom();
    var rings =
        new KeyRings(
            KeyRing.of(RingKey.generate("stream-1", clock.instant(), random)),
            KeyRing.of(RingKey.generate("manage-1", clock.instant(), random)));
    var service =
        new Assembly(
                new KeyCache(() -> rings, clock),
                client,
                "tokens",
                new FixedTenants(List.of(tenant("north", NORTH), tenant("south", SOUTH))),
                SharedHosts.parse("chat.example"),
                new Conversations(
                    client, ConversationTables.NAMES, new RulesRedactor(), clock, random),
                new ConverseModel(model.client(), "model-1"),
                new StreamingRoute(STREAMING_URL),
                new IssueLimit(clock, issueLimit),
                clock,
                random)
            .service();
    this.handler = new MasterHandler(service, clock);
  }

  static Tenant tenant(String id, String hash) {
    return new Tenant(
        new TenantId(id),
        new TenantHash(hash),
        Set.of(new HostName(id + ".example")),
        id.equals("north") ? new StreamingFlag.On() : new StreamingFlag.Off());
  }

  /** Whatever the handler writes to an event of any bytes. */
  JsonNode raw(byte[] event) {
    var output = new ByteArrayOutputStream();
    try {
      handler.handleRequest(new ByteArrayInputStream(event), output, context);
      return JSON.readTree(output.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode raw(JsonNode event) {
    return raw(event.toString().getBytes(StandardCharsets.UTF_8));
  }

  Answer call(TestRequest request) {
    return Answer.of(raw(request.event()));
  }

  /** The answer to an HTTP request. */
  record Answer(int status, JsonNode headers, JsonNode body) {
    static Answer of(JsonNode envelope) {
      try {
        return new Answer(
            envelope.path("statusCode").asInt(),
            envelope.path("headers"),
            JSON.readTree(envelope.path("body").asText()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    String code() {
      return body.at("/error/code").asText();
    }
  }

  JsonNode direct(String json) {
    return raw(json.getBytes(StandardCharsets.UTF_8));
  }

  /** A stream token with its session and refresh token. */
  JsonNode issue() {
    return call(TestRequest.post("issue_token")).body();
  }

  String manageToken(String tenantHash) {
    return direct("{\"action\":\"issue_token\",\"tenant_hash\":\"%s\"}".formatted(tenantHash))
        .path("token")
        .asText();
  }

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  @Override
  public void close() {
    model.close();
    tables.close();
  }
}

package ai.myrecruiter.picasso.runtime.master;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.runtime.tenant.TenantRegistry;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ChatHandlerTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant START = Instant.parse("2026-11-02T08:00:00.250Z");
  private static final TenantRegistry TENANTS =
      new TenantRegistry(Map.of("one.example", "aaa", "two.example", "bbb"));

  private final TestContext context = new TestContext();
  private final ArrayDeque<Instant> times = new ArrayDeque<>(List.of(START, START.plusMillis(12)));
  private final ChatHandler handler = new ChatHandler(times::remove, TENANTS);

  private JsonNode handle(String event) {
    try {
      var output = new ByteArrayOutputStream();
      handler.handleRequest(
          new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), output, context);
      return JSON.readTree(output.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode http(String method) {
    var event = JSON.createObjectNode().put("version", "2.0");
    event.putObject("requestContext").putObject("http").put("method", method);
    event.putObject("headers").put("host", "127.0.0.1:9000");
    return event;
  }

  private JsonNode post(String body) {
    return handle(http("POST").put("body", body).toString());
  }

  private static String code(JsonNode response) {
    try {
      return JSON.readTree(response.path("body").asText()).at("/error/code").asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode line(int index) {
    try {
      return JSON.readTree(context.lines.get(index));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void answersAMessageTheSameWayEachTimeWithoutRepeatingIt() {
    var message = "My name is Ada Example, born 1990-01-01";
    var first = post("{\"message\":\"" + message + "\"}");
    times.addAll(List.of(START, START));
    var second = post("{\"message\":\"" + message + "\"}");
    assertThat(first).isEqualTo(second);
    assertThat(first.path("statusCode").asInt()).isEqualTo(200);
    assertThat(first.path("body").asText()).contains("\"answer\"", "\"version\":\"7\"");
    assertThat(first.at("/headers/x-picasso-version").asText()).isEqualTo("7");
    assertThat(first.toString() + context.lines).doesNotContain("Ada", "1990");
  }

  @Test
  void reportsHealthOverHttp() {
    var event = http("GET");
    event.putObject("queryStringParameters").put("action", "health_check");
    var response = handle(event.toString());
    assertThat(response.path("statusCode").asInt()).isEqualTo(200);
    assertThat(response.path("body").asText())
        .isEqualTo("{\"status\":\"ok\",\"function\":\"picasso-staging-chat\",\"version\":\"7\"}");
    assertThat(response.at("/headers/cache-control").asText()).isEqualTo("no-store");
  }

  @Test
  void reportsHealthToADirectCallerAsPlainJson() {
    assertThat(handle("{\"action\":\"health_check\"}").path("status").asText()).isEqualTo("ok");
  }

  @Test
  void refusesAnotherDirectActionAsPlainJson() {
    assertThat(handle("{\"action\":\"drop_tables\"}").at("/error/code").asText())
        .isEqualTo("unknown_action");
    assertThat(context.lines.getFirst()).contains("\"action\":\"other\"").doesNotContain("drop");
  }

  @Test
  void readsABodyThatCameAsBase64() {
    var body =
        Base64.getEncoder()
            .encodeToString("{\"message\":\"hello\"}".getBytes(StandardCharsets.UTF_8));
    var response = handle(http("POST").put("body", body).put("isBase64Encoded", true).toString());
    assertThat(response.path("statusCode").asInt()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"message\":| bad_json | 400", "[1] | bad_json | 400",
            "{\"message\":\"a\"} x | bad_json | 400",
        "`` | missing_body | 400", "`  ` | missing_body | 400", "{} | missing_message | 400",
        "{\"message\":7} | missing_message | 400", "{\"message\":\" \"} | missing_message | 400"
      })
  void namesWhatIsWrongWithABody(String body, String code, int status) {
    var response = post(body);
    assertThat(code(response)).isEqualTo(code);
    assertThat(response.path("statusCode").asInt()).isEqualTo(status);
    assertThat(response.toString()).doesNotContain("Exception", "at ai.");
  }

  @Test
  void refusesWhatIsTooLarge() {
    assertThat(code(post("{\"message\":\"" + "x".repeat(4_001) + "\"}")))
        .isEqualTo("message_too_long");
    times.addAll(List.of(START, START));
    assertThat(code(post("{\"message\":\"" + "x".repeat(40_000) + "\"}")))
        .isEqualTo("body_too_large");
    times.addAll(List.of(START, START));
    assertThat(code(post("[".repeat(20_000)))).isEqualTo("bad_json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE", "", "<script>"})
  void chatsByPostOnly(String method) {
    var response = handle(http(method).put("body", "{\"message\":\"hi\"}").toString());
    assertThat(code(response)).isEqualTo("method_not_allowed");
    assertThat(response.path("statusCode").asInt()).isEqualTo(405);
    assertThat(context.lines.getFirst()).doesNotContain("script");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "not json", "[]", "{}", "{\"action\":7}", "null"})
  void refusesAnEventThatIsNoRequest(String event) {
    var response = handle(event);
    assertThat(code(response)).isEqualTo("bad_event");
    assertThat(response.path("statusCode").asInt()).isEqualTo(400);
  }

  @Test
  void refusesAndCountsATenantThatDoesNotFitItsHost() {
    var event = http("POST").put("body", "{\"message\":\"hi\"}");
    event.putObject("headers").put("host", "one.example").put("x-tenant-hash", "bbb");
    var response = handle(event.toString());
    assertThat(response.path("statusCode").asInt()).isEqualTo(403);
    assertThat(code(response)).isEqualTo("tenant_mismatch");
    assertThat(line(1).path("CrossTenantAttempts").asInt()).isEqualTo(1);
    assertThat(line(1).path("ServerErrors").asInt()).isZero();
    assertThat(context.lines.toString()).doesNotContain("bbb");
  }

  @Test
  void hidesADefectBehindAStableCodeAndLogsItsClass() {
    context.failures = 1;
    var response = post("{\"message\":\"hi\"}");
    assertThat(response.path("statusCode").asInt()).isEqualTo(500);
    assertThat(code(response)).isEqualTo("internal_error");
    assertThat(response.toString() + context.lines).doesNotContain("secret");
    assertThat(line(0).path("defect").asText()).isEqualTo("java.lang.IllegalStateException");
    assertThat(line(1).path("ServerErrors").asInt()).isEqualTo(1);
  }

  @Test
  void logsNothingButAllowListedFields() {
    post("{\"message\":\"hi\"}");
    assertThat(context.lines).hasSize(2);
    var names = new java.util.TreeSet<String>();
    line(0).fieldNames().forEachRemaining(names::add);
    assertThat(names)
        .isEqualTo(
            new java.util.TreeSet<>(
                Set.of(
                    "timestamp",
                    "level",
                    "event",
                    "requestId",
                    "function",
                    "version",
                    "method",
                    "action",
                    "status",
                    "errorCode",
                    "durationMs")));
    assertThat(line(0).path("durationMs").asInt()).isEqualTo(12);
  }

  @Test
  void publishesItsMetricsByVersionAndForTheFunction() {
    post("{\"message\":\"hi\"}");
    var metrics = line(1);
    assertThat(metrics.path("Resource").asText()).isEqualTo("picasso-staging-chat:live");
    assertThat(metrics.path("ExecutedVersion").asText()).isEqualTo("7");
    assertThat(metrics.path("Requests").asInt()).isEqualTo(1);
    assertThat(metrics.path("CrossTenantAttempts").asInt()).isZero();
    assertThat(metrics.at("/_aws/Timestamp").asLong()).isEqualTo(START.toEpochMilli());
    assertThat(metrics.at("/_aws/CloudWatchMetrics/0/Namespace").asText())
        .isEqualTo("Picasso/Chat");
    assertThat(metrics.at("/_aws/CloudWatchMetrics/0/Dimensions").toString())
        .isEqualTo("[[\"FunctionName\",\"Resource\",\"ExecutedVersion\"],[\"FunctionName\"]]");
    assertThat(metrics.at("/_aws/CloudWatchMetrics/0/Metrics/2").toString())
        .isEqualTo("{\"Name\":\"CrossTenantAttempts\",\"Unit\":\"Count\",\"StorageResolution\":1}");
  }

  @Test
  void worksAsLambdaMakesIt() throws IOException {
    var output = new ByteArrayOutputStream();
    new ChatHandler()
        .handleRequest(
            new ByteArrayInputStream(
                "{\"action\":\"health_check\"}".getBytes(StandardCharsets.UTF_8)),
            output,
            context);
    assertThat(output.toString(StandardCharsets.UTF_8)).contains("\"status\":\"ok\"");
  }
}

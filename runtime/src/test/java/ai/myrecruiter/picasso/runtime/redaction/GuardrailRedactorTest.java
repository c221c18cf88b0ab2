package ai.myrecruiter.picasso.runtime.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;

/** The adapter against an endpoint that speaks Bedrock's protocol over real HTTP. */
final class GuardrailRedactorTest {
  private static final String MASKED =
      """
      {"action":"GUARDRAIL_INTERVENED","usage":{"topicPolicyUnits":0,"contentPolicyUnits":0,"wordPolicyUnits":0,
       "sensitiveInformationPolicyUnits":1,"sensitiveInformationPolicyFreeUnits":0,"contextualGroundingPolicyUnits":0},
       "outputs":[{"text":"{NAME} has a headache"}],
       "assessments":[{"sensitiveInformationPolicy":{"piiEntities":[{"type":"NAME","match":"Ada","action":"ANONYMIZED"}],"regexes":[]}}]}
      """;
  private static final String NOTHING =
      """
      {"action":"NONE","usage":{"topicPolicyUnits":0,"contentPolicyUnits":0,"wordPolicyUnits":0,
       "sensitiveInformationPolicyUnits":1,"sensitiveInformationPolicyFreeUnits":0,"contextualGroundingPolicyUnits":0},
       "outputs":[],"assessments":[]}
      """;

  private final List<String> paths = new ArrayList<>();
  private final List<JsonNode> requests = new ArrayList<>();
  private String answer = NOTHING;
  private int status = 200;
  private HttpServer server;
  private BedrockRuntimeClient client;
  private GuardrailRedactor redactor;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    client =
        BedrockRuntimeClient.builder()
            .endpointOverride(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
            .httpClient(UrlConnectionHttpClient.create())
            .overrideConfiguration(config -> config.retryStrategy(retry -> retry.maxAttempts(1)))
            .build();
    redactor = new GuardrailRedactor(client, "gr-123", "7", new RulesRedactor());
  }

  @AfterEach
  void stop() {
    client.close();
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    paths.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
    requests.add(new ObjectMapper().readTree(exchange.getRequestBody()));
    var body = answer.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Test
  void asksTheGuardrailForTheText() throws RedactionFailed {
    assertThat(redactor.redact("I have a headache").value()).isEqualTo("I have a headache");
    assertThat(paths).containsExactly("POST /guardrail/gr-123/version/7/apply");
    assertThat(requests.getFirst().path("source").asText()).isEqualTo("INPUT");
    assertThat(requests.getFirst().at("/content/0/text/text").asText())
        .isEqualTo("I have a headache");
  }

  @Test
  void keepsTheMaskedTextOnly() throws RedactionFailed {
    answer = MASKED;
    assertThat(redactor.redact("Ada has a headache").value()).isEqualTo("{NAME} has a headache");
  }

  @Test
  void letsTheRulesLookAtWhatTheGuardrailLetThrough() throws RedactionFailed {
    assertThat(redactor.redact("call 555-010-9999").value()).isEqualTo("call [PHONE]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"action\":\"GUARDRAIL_INTERVENED\",\"outputs\":[{\"text\":\"Sorry\"}],\"assessments\":[{\"sensitiveInformationPolicy\":{\"piiEntities\":[{\"type\":\"NAME\",\"match\":\"Ada\",\"action\":\"BLOCKED\"}],\"regexes\":[]}}]}",
        "{\"action\":\"GUARDRAIL_INTERVENED\",\"outputs\":[{\"text\":\"Sorry\"}],\"assessments\":[{\"topicPolicy\":{\"topics\":[]}}]}",
        "{\"action\":\"GUARDRAIL_INTERVENED\",\"outputs\":[{\"text\":\"Sorry\"}],\"assessments\":[{\"sensitiveInformationPolicy\":{\"piiEntities\":[],\"regexes\":[{\"name\":\"mrn\",\"match\":\"1\",\"action\":\"BLOCKED\"}]}}]}",
        "{\"action\":\"GUARDRAIL_INTERVENED\",\"assessments\":[]}",
        "{\"action\":\"SOMETHING_NEW\",\"outputs\":[{\"text\":\"x\"}],\"assessments\":[]}",
        "not json"
      })
  void failsOnEveryAnswerThatIsNotAMaskedText(String other) {
    answer = other;
    assertThatThrownBy(() -> redactor.redact("Ada"))
        .isInstanceOfSatisfying(
            RedactionFailed.class,
            e -> assertThat(e.reason()).isEqualTo(RedactionFailed.Reason.SERVICE))
        .hasMessageNotContaining("Ada");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 429, 500, 503})
  void failsWhenTheServiceDoes(int code) {
    status = code;
    answer = "{\"message\":\"no\"}";
    assertThatThrownBy(() -> redactor.redact("Ada")).isInstanceOf(RedactionFailed.class);
  }

  @Test
  void failsOnATextThatIsTooLongWithoutAsking() {
    assertThatThrownBy(() -> redactor.redact("a".repeat(25_001)))
        .isInstanceOf(RedactionFailed.class);
    assertThat(paths).isEmpty();
  }
}

package ai.myrecruiter.picasso.local.payload;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ModelledStreamingTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final ModelledStreaming model =
      new ModelledStreaming(() -> Instant.parse("2026-11-02T08:00:00Z"));
  private final List<String> lines = new ArrayList<>();

  private Context context() {
    LambdaLogger logger =
        new LambdaLogger() {
          @Override
          public void log(String message) {
            lines.add(message);
          }

          @Override
          public void log(byte[] message) {
            lines.add(new String(message, StandardCharsets.UTF_8));
          }
        };
    return (Context)
        Proxy.newProxyInstance(
            Context.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getLogger" -> logger;
                  case "getFunctionVersion" -> "7";
                  case "getInvokedFunctionArn" ->
                      "arn:aws:lambda:us-east-1:000000000000:function:picasso-staging-streaming:7";
                  case "getFunctionName" -> "picasso-staging-streaming";
                  default -> null;
                });
  }

  private JsonNode ask(String event) throws IOException {
    var output = new ByteArrayOutputStream();
    model.handleRequest(
        new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), output, context());
    return JSON.readTree(output.toByteArray());
  }

  private static String request(String method, String body) {
    return JSON.createObjectNode()
        .put("body", body)
        .set(
            "requestContext",
            JSON.createObjectNode().set("http", JSON.createObjectNode().put("method", method)))
        .toString();
  }

  /** The one line of metrics that was logged. */
  private JsonNode metrics() throws IOException {
    assertThat(lines).hasSize(1);
    return JSON.readTree(lines.getFirst());
  }

  @Test
  void answersAMessageByEventsThatEnd() throws IOException {
    var answer = ask(request("POST", "{\"message\": \"hello\"}"));
    assertThat(answer.path("statusCode").asInt()).isEqualTo(200);
    assertThat(answer.at("/headers/content-type").asText()).isEqualTo("text/event-stream");
    assertThat(answer.at("/headers/x-picasso-version").asText()).isEqualTo("7");
    assertThat(answer.path("body").asText())
        .startsWith("event: token\n")
        .endsWith("event: done\ndata: {}\n\n");
    assertThat(metrics().path("Requests").asInt()).isEqualTo(1);
    assertThat(metrics().path("ServerErrors").asInt()).isZero();
    assertThat(metrics().path("StreamErrors").asInt()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"message\": \" \"}", "{\"message\": \"\"}", "{}", "[]", "{", "", "\"message\""})
  void refusesWhatAsksNothing(String body) throws IOException {
    var answer = ask(request("POST", body));
    assertThat(answer.path("statusCode").asInt()).isEqualTo(400);
    assertThat(answer.path("body").asText()).contains("bad_request");
    assertThat(metrics().path("Requests").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{}", "null"})
  void refusesAnEventThatIsNoRequest(String event) throws IOException {
    assertThat(ask(event).path("statusCode").asInt()).isEqualTo(400);
  }

  @Test
  void refusesAnotherMethod() throws IOException {
    assertThat(ask(request("GET", "{\"message\": \"hello\"}")).path("statusCode").asInt())
        .isEqualTo(400);
  }
}

package ai.myrecruiter.picasso.local.payload;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.runtime.master.MasterHandler;
import ai.myrecruiter.picasso.runtime.priming.Priming;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the model to the master itself, on whatever the model claims to answer. */
final class ModelledPayloadTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final ModelledPayload model = new ModelledPayload(InstantSource.system());
  private final Priming services = Priming.begin();
  private final MasterHandler master = new MasterHandler(services.environment());
  private final List<String> lines = new ArrayList<>();
  private byte[] good = new byte[0];
  private Context context = context(any -> {});

  /** What one of the two does with an event. */
  private record Answer(JsonNode whole, Set<String> metrics) {
    int status() {
      return whole.path("statusCode").asInt(0);
    }

    JsonNode body() throws IOException {
      return whole.has("statusCode") ? JSON.readTree(whole.path("body").asText()) : whole;
    }

    JsonNode header(String name) {
      return whole.path("headers").path(name);
    }
  }

  @BeforeEach
  void takeAGoodRequest() {
    services.ask(
        (input, output, given) -> {
          good = input.readAllBytes();
          context = given;
          output.write("{\"statusCode\":200,".getBytes(StandardCharsets.UTF_8));
        },
        "chat");
  }

  @AfterEach
  void close() {
    services.close();
  }

  private Context context(Consumer<String> sink) {
    return (Context)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Context.class, LambdaLogger.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getLogger" -> proxy;
                  case "log" -> {
                    sink.accept(String.valueOf(arguments[0]));
                    yield null;
                  }
                  default -> method.invoke(context, arguments);
                });
  }

  private Answer ask(RequestStreamHandler handler, byte[] event) throws IOException {
    lines.clear();
    var output = new ByteArrayOutputStream();
    handler.handleRequest(new ByteArrayInputStream(event), output, context(lines::add));
    var names = new TreeSet<String>();
    JSON.readTree(lines.getLast())
        .at("/_aws/CloudWatchMetrics/0/Metrics")
        .forEach(metric -> names.add(metric.path("Name").asText()));
    return new Answer(JSON.readTree(output.toByteArray()), names);
  }

  private void sameAnswers(byte[] event) throws IOException {
    var real = ask(master, event);
    var modelled = ask(model, event);
    assertThat(modelled.status()).isEqualTo(real.status());
    assertThat(modelled.body().at("/error")).isEqualTo(real.body().at("/error"));
    assertThat(names(modelled.body())).isEqualTo(names(real.body()));
    assertThat(modelled.whole().path("headers")).isEqualTo(real.whole().path("headers"));
    assertThat(names(modelled.whole())).isEqualTo(names(real.whole()));
    assertThat(modelled.metrics()).isEqualTo(real.metrics()).contains("Requests");
  }

  private static Set<String> names(JsonNode object) {
    var names = new TreeSet<String>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private ObjectNode request(String method, String action) throws IOException {
    var event = (ObjectNode) JSON.readTree(good);
    ((ObjectNode) event.at("/requestContext/http")).put("method", method);
    ((ObjectNode) event.path("headers")).remove("x-jwt-token");
    ((ObjectNode) event.path("queryStringParameters")).put("action", action);
    return event;
  }

  private static byte[] bytes(JsonNode event) {
    return event.toString().getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource({
    "GET,health_check,200",
    "POST,health_check,200",
    "PUT,health_check,405",
    "POST,chat,200",
    "GET,chat,405",
    "post,chat,405",
    "POST,state_clear,404",
    "POST,drop_tables,404",
    "GET,'',404"
  })
  void answersARequestAsTheMasterDoes(String method, String action, int status) throws Exception {
    var event = request(method, action);
    assertThat(ask(master, bytes(event)).status()).isEqualTo(status);
    sameAnswers(bytes(event));
  }

  @Test
  void takesARequestWithoutActionForAQuestion() throws Exception {
    var event = request("POST", "chat");
    event.putNull("queryStringParameters");
    assertThat(ask(model, bytes(event)).status()).isEqualTo(200);
    sameAnswers(bytes(event));
  }

  @Test
  void readsTheEventsOfApiGatewayWithPayload1() throws Exception {
    for (var method : List.of("POST", "GET")) {
      var event = request("POST", "chat");
      event.putObject("requestContext");
      sameAnswers(bytes(event.put("httpMethod", method).put("path", "/")));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "[]",
        "7",
        "{}",
        "{} x",
        "{\"action\":7}",
        "{\"requestContext\":{}}",
        "{\"requestContext\":{\"http\":{\"method\":7}}}",
        "{\"action\":\"health_check\"}",
        "{\"action\":\"chat\"}",
        "{\"action\":\"config\"}",
        "{\"action\":\"drop_tables\"}"
      })
  void answersDirectCallsAndWhatIsNoRequestAsTheMasterDoes(String event) throws Exception {
    sameAnswers(event.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"jwt_metrics", "issue_token", "refresh_token", "revoke", "config"})
  void saysOfEveryOtherActionThatItIsNotModelled(String action) throws Exception {
    var answer = ask(model, bytes(request("POST", action)));
    assertThat(answer.status()).isEqualTo(501);
    assertThat(answer.body().at("/error/code").asText()).isEqualTo("not_modelled");
    assertThat(answer.body().at("/error/message").asText()).contains(action);
    assertThat(answer.header("cache-control").asText()).isEqualTo("no-store");
    assertThat(lines.getLast()).contains("\"ServerErrors\":1");
    assertThat(ask(master, bytes(request("POST", action))).body().at("/error/code").asText())
        .as("the master knows it")
        .isNotEqualTo("unknown_action");
  }

  @Test
  void modelsNoErasure() throws Exception {
    var event = request("POST", "chat").put("rawPath", "/prod/state/clear");
    assertThat(ask(model, bytes(event)).status()).isEqualTo(501);
    assertThat(ask(model, "{\"action\":\"issue_token\"}".getBytes(StandardCharsets.UTF_8)).body())
        .hasToString(
            "{\"error\":{\"code\":\"not_modelled\",\"message\":\"issue_token has no model in"
                + " virtual time; rehearse it on the real clock\"}}");
  }
}

package ai.myrecruiter.picasso.local.functionurl;

import static ai.myrecruiter.picasso.local.lambda.TestLambda.CHAT;
import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.local.lambda.TestLambda;
import ai.myrecruiter.picasso.local.lambda.VersionFaults;
import ai.myrecruiter.picasso.local.loop.RealLoop;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FunctionUrlsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final List<Throwable> defects = new CopyOnWriteArrayList<>();
  private final TestLambda lambda =
      new TestLambda(new RealLoop(InstantSource.system(), 1, defects::add)).withChat(2);
  private final FunctionUrls urls = new FunctionUrls(lambda.loop, lambda.service);
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @AfterEach
  void close() {
    http.close();
    urls.close();
    lambda.close();
    assertThat(defects).isEmpty();
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(
        request.timeout(Duration.ofSeconds(20)).build(),
        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private static HttpRequest.Builder chat(URI url) {
    return HttpRequest.newBuilder(url)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString("{\"message\":\"hello\"}"));
  }

  /** A function that answers with the event it got. */
  private URI echo() throws IOException {
    return answering(
        "echo",
        "{\"statusCode\":200,\"headers\":{\"content-type\":\"application/json\"},\"body\":%s}");
  }

  private URI answering(String name, String template) throws IOException {
    lambda.withTask(
        name,
        (input, output, context) -> {
          var event = new String(input.readAllBytes(), StandardCharsets.UTF_8);
          output.write(
              template
                  .replace("%s", JSON.writeValueAsString(event))
                  .getBytes(StandardCharsets.UTF_8));
        });
    return urls.open(name, Cors.NONE, 0);
  }

  @Test
  void followsTheWeightsOfTheAliasForEachRequest() throws Exception {
    var url = urls.open(CHAT + ":live", Cors.NONE, 0);
    assertThat(send(chat(url)).headers().firstValue("x-picasso-version")).contains("1");
    weights(Map.of("2", 1.0));
    var moved = send(chat(url));
    assertThat(moved.headers().firstValue("x-picasso-version")).contains("2");
    assertThat(moved.headers().firstValue("x-stage-executed-version")).contains("2");
    assertThat(moved.headers().firstValue("x-amzn-requestid")).isPresent();
    weights(Map.of("2", 0.5));
    var versions = new TreeSet<String>();
    for (int i = 0; i < 60; i++) {
      versions.add(send(chat(url)).headers().firstValue("x-picasso-version").orElse(""));
    }
    assertThat(versions).containsExactly("1", "2");
  }

  private void weights(Map<String, Double> weights) {
    lambda.client.updateAlias(r ->
        r.functionName(CHAT)
            .name("live")
            .routingConfig(routing -> routing.additionalVersionWeights(weights)));
  }

  @Test
  void answersTheStatusesOfTheRealPayload() throws Exception {
    var url = urls.open(CHAT + ":live", Cors.NONE, 0);
    assertThat(send(chat(url)).body()).contains("\"answer\"");
    assertThat(send(HttpRequest.newBuilder(url.resolve("?action=health_check"))).body())
        .contains("\"status\":\"ok\"");
    var refused = send(HttpRequest.newBuilder(url));
    assertThat(refused.statusCode()).isEqualTo(405);
    assertThat(refused.body()).contains("method_not_allowed");
    var mismatch = send(chat(url).header("x-tenant-hash", "unknown"));
    assertThat(mismatch.statusCode()).isEqualTo(403);
    assertThat(lambda.sum("Picasso/Chat", "CrossTenantAttempts", Map.of("FunctionName", CHAT)))
        .isEqualTo(1);
  }

  @Test
  void tellsTheFunctionOfTheRequestInPayloadFormatTwo() throws Exception {
    var response =
        send(
            HttpRequest.newBuilder(echo().resolve("/a%20b/c?x=1&x=2&y=%C3%A9&z"))
                .header("X-Mixed-Case", "Value")
                .header("Cookie", "a=1; b=2")
                .header("User-Agent", "test")
                .method("PUT", HttpRequest.BodyPublishers.ofString("text")));
    JsonNode event = JSON.readTree(response.body());
    assertThat(event.path("version").asText()).isEqualTo("2.0");
    assertThat(event.path("rawPath").asText()).isEqualTo("/a%20b/c");
    assertThat(event.path("rawQueryString").asText()).isEqualTo("x=1&x=2&y=%C3%A9&z");
    assertThat(event.path("queryStringParameters").toString())
        .isEqualTo("{\"x\":\"1,2\",\"y\":\"é\",\"z\":\"\"}");
    assertThat(event.at("/headers/x-mixed-case").asText()).isEqualTo("Value");
    assertThat(event.path("cookies").toString()).isEqualTo("[\"a=1\",\"b=2\"]");
    assertThat(event.at("/requestContext/http/method").asText()).isEqualTo("PUT");
    assertThat(event.at("/requestContext/http/path").asText()).isEqualTo("/a%20b/c");
    assertThat(event.at("/requestContext/http/sourceIp").asText()).isEqualTo("127.0.0.1");
    assertThat(event.at("/requestContext/http/userAgent").asText()).isEqualTo("test");
    assertThat(event.path("body").asText()).isEqualTo("text");
    assertThat(event.path("isBase64Encoded").asBoolean()).isFalse();
  }

  @Test
  void encodesABodyThatIsNoText() throws Exception {
    var bytes = new byte[] {(byte) 0xff, 0, 1, (byte) 0xfe};
    var response =
        send(HttpRequest.newBuilder(echo()).POST(HttpRequest.BodyPublishers.ofByteArray(bytes)));
    var event = JSON.readTree(response.body());
    assertThat(event.path("isBase64Encoded").asBoolean()).isTrue();
    assertThat(Base64.getDecoder().decode(event.path("body").asText())).isEqualTo(bytes);
  }

  @Test
  void makesTheResponseThatTheFunctionAskedFor() throws Exception {
    var url =
        answering(
            "made",
            "{\"statusCode\":201,\"headers\":{\"X-One\":\"1\",\"Content-Length\":\"999\"},\"cookies\":[\"a=1\",\"b=2\"],\"body\":\"aGk=\",\"isBase64Encoded\":true}");
    var response = send(HttpRequest.newBuilder(url));
    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(response.body()).isEqualTo("hi");
    assertThat(response.headers().firstValue("x-one")).contains("1");
    assertThat(response.headers().allValues("set-cookie")).containsExactly("a=1", "b=2");
    var head =
        send(HttpRequest.newBuilder(url).method("HEAD", HttpRequest.BodyPublishers.noBody()));
    assertThat(head.statusCode()).isEqualTo(201);
    assertThat(head.body()).isEmpty();
  }

  @Test
  void takesAnAnswerWithoutAStatusAsTheBody() throws Exception {
    var response = send(HttpRequest.newBuilder(answering("plain", "{\"a\":1}")));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("{\"a\":1}");
    assertThat(response.headers().firstValue("content-type")).contains("application/json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not json",
        "{\"statusCode\":99}",
        "{\"statusCode\":\"many\"}",
        "{\"statusCode\":200,\"body\":\"***\",\"isBase64Encoded\":true}",
        "{\"statusCode\":200,\"headers\":{\"bad name\":\"x\"}}",
        "{\"statusCode\":200,\"headers\":{\"x\":\"a\\r\\nSet-Cookie: b=c\"}}"
      })
  void answersBadGatewayForAnAnswerThatCannotBeSent(String answer) throws Exception {
    var response = send(HttpRequest.newBuilder(answering("odd", answer)));
    assertThat(response.statusCode()).isEqualTo(502);
    assertThat(response.body()).isEqualTo("{\"Message\":\"Internal Server Error\"}");
    assertThat(response.headers().firstValue("set-cookie")).isEmpty();
  }

  @Test
  void answersBadGatewayForAFunctionThatFailsAndNamesTheVersion() throws Exception {
    lambda.loop.call(() -> {
      lambda.service.faults().set(CHAT, "1", VersionFaults.NONE.withErrorRate(1));
      return null;
    });
    var response = send(chat(urls.open(CHAT + ":live", Cors.NONE, 0)));
    assertThat(response.statusCode()).isEqualTo(502);
    assertThat(response.body()).isEqualTo("{\"Message\":\"Internal Server Error\"}");
    assertThat(response.headers().firstValue("x-stage-executed-version")).contains("1");
  }

  @Test
  void answersTooManyRequestsWhenTheFunctionIsSwitchedOff() throws Exception {
    lambda.client.putFunctionConcurrency(r -> r.functionName(CHAT).reservedConcurrentExecutions(0));
    var response = send(chat(urls.open(CHAT + ":live", Cors.NONE, 0)));
    assertThat(response.statusCode()).isEqualTo(429);
    assertThat(response.headers().firstValue("x-amzn-requestid")).isPresent();
  }

  @Test
  void refusesABodyOverSixMegabytes() throws Exception {
    var url = urls.open(CHAT + ":live", Cors.NONE, 0);
    var body = HttpRequest.BodyPublishers.ofByteArray(new byte[12 * 1024 * 1024]);
    assertThat(send(HttpRequest.newBuilder(url).POST(body)).statusCode()).isEqualTo(413);
    assertThat(send(chat(url)).statusCode()).isEqualTo(200);
  }

  @Test
  void answersAPreflightItselfForOriginsThatAreAllowed() throws Exception {
    var cors =
        new Cors(
            List.of("https://chat.example"),
            List.of("POST"),
            List.of("content-type"),
            List.of("x-a"),
            60);
    var url = urls.open(CHAT + ":live", cors, 0);
    var preflight =
        send(
            HttpRequest.newBuilder(url)
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .header("Origin", "https://chat.example")
                .header("Access-Control-Request-Method", "POST"));
    assertThat(preflight.statusCode()).isEqualTo(200);
    assertThat(preflight.headers().firstValue("access-control-allow-origin"))
        .contains("https://chat.example");
    assertThat(preflight.headers().firstValue("access-control-allow-methods")).contains("POST");
    assertThat(preflight.headers().firstValue("access-control-max-age")).contains("60");
    var chat = send(chat(url).header("Origin", "https://chat.example"));
    assertThat(chat.headers().allValues("access-control-allow-origin"))
        .containsExactly("https://chat.example");
    assertThat(chat.headers().firstValue("access-control-expose-headers")).contains("x-a");
    var other = send(chat(url).header("Origin", "https://evil.example"));
    assertThat(other.headers().firstValue("access-control-allow-origin")).isEmpty();
    assertThat(lambda.sum("AWS/Lambda", "Invocations", Map.of("FunctionName", CHAT))).isEqualTo(2);
  }

  @Test
  void leavesAPreflightToTheFunctionWithoutCors() throws Exception {
    var url = urls.open(CHAT + ":live", Cors.NONE, 0);
    var preflight =
        send(
            HttpRequest.newBuilder(url)
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .header("Origin", "https://chat.example")
                .header("Access-Control-Request-Method", "POST"));
    assertThat(preflight.statusCode()).isEqualTo(405);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense\r\n\r\n",
        "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: many\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"
      })
  void outlivesRequestsThatAreNone(String request) throws Exception {
    var url = urls.open(CHAT + ":live", Cors.NONE, 0);
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), url.getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      socket.shutdownOutput();
      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      assertThat(answer).doesNotContain(" 200 ");
    }
    assertThat(send(chat(url)).statusCode()).isEqualTo(200);
  }
}

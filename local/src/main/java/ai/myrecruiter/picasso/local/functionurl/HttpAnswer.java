package ai.myrecruiter.picasso.local.functionurl;

import ai.myrecruiter.picasso.local.engine.LambdaAnswer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** An HTTP response, made of a function's answer as a Function URL makes it. */
@SuppressWarnings("ArrayRecordComponent") // lives for one response and is never shared
record HttpAnswer(int status, Map<String, String> headers, List<String> cookies, byte[] body) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String REQUEST_ID = "X-Amzn-RequestId";
  private static final String PLAIN_JSON = "application/json";
  private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,256}");
  private static final Pattern LINE_END = Pattern.compile("[\\r\\n\\x00]");

  static HttpAnswer empty(int status) {
    return new HttpAnswer(status, Map.of(), List.of(), new byte[0]);
  }

  static HttpAnswer message(int status, String text) {
    return json(status, JSON.createObjectNode().put("Message", text));
  }

  private static HttpAnswer json(int status, JsonNode body) {
    return new HttpAnswer(
        status,
        Map.of("Content-Type", PLAIN_JSON),
        List.of(),
        body.toString().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The response to a function's answer: a body by itself when it gives no status code; 502 when
   * the function failed, or answered what cannot be sent.
   */
  static HttpAnswer of(LambdaAnswer answer) {
    return withVersion(
        answer.functionError().isPresent() ? badGateway() : converted(answer.payload()), answer);
  }

  /** The head of a streamed response, from the JSON before its body. */
  static HttpAnswer head(byte[] prelude) {
    return converted(prelude);
  }

  static HttpAnswer badGateway() {
    return message(502, "Internal Server Error");
  }

  private static HttpAnswer converted(byte[] answer) {
    try {
      var payload = JSON.readTree(answer);
      return payload.has("statusCode") ? structured(payload) : json(200, payload);
    } catch (IOException | IllegalArgumentException malformed) {
      return badGateway();
    }
  }

  private static HttpAnswer structured(JsonNode payload) {
    int status = payload.path("statusCode").asInt();
    var headers = new LinkedHashMap<String, String>();
    for (var header : payload.path("headers").properties()) {
      headers.put(header.getKey(), header.getValue().asText());
    }
    var cookies = new ArrayList<String>();
    payload.path("cookies").forEach(cookie -> cookies.add(cookie.asText()));
    if (status < 200 || status > 599 || !sendable(headers, cookies)) {
      return badGateway();
    }
    var text = payload.path("body").asText("");
    var body =
        payload.path("isBase64Encoded").asBoolean()
            ? Base64.getDecoder().decode(text)
            : text.getBytes(StandardCharsets.UTF_8);
    headers.keySet().removeIf(HttpAnswer::belongsToTheConnection);
    return new HttpAnswer(status, headers, cookies, body);
  }

  private static boolean sendable(Map<String, String> headers, List<String> cookies) {
    return headers.keySet().stream().allMatch(name -> HEADER_NAME.matcher(name).matches())
        && headers.values().stream().noneMatch(value -> LINE_END.matcher(value).find())
        && cookies.stream().noneMatch(cookie -> LINE_END.matcher(cookie).find());
  }

  private static boolean belongsToTheConnection(String name) {
    return name.equalsIgnoreCase("Content-Length")
        || name.equalsIgnoreCase("Transfer-Encoding")
        || name.equalsIgnoreCase("Connection");
  }

  private static HttpAnswer withVersion(HttpAnswer answer, LambdaAnswer from) {
    return answer.from(from.requestId(), from.executedVersion());
  }

  /** The same, naming the invocation and the version that ran. */
  HttpAnswer from(String requestId, String executedVersion) {
    var named = new LinkedHashMap<>(headers);
    named.put(REQUEST_ID, requestId);
    named.put("X-Stage-Executed-Version", executedVersion);
    return new HttpAnswer(status, named, cookies, body);
  }

  /** The same, naming its request where no invocation has given it a name. */
  HttpAnswer withRequestId(String requestId) {
    var named = new LinkedHashMap<>(headers);
    named.putIfAbsent(REQUEST_ID, requestId);
    return new HttpAnswer(status, named, cookies, body);
  }

  /** Sends status and headers of a response whose body follows in parts. */
  void sendHead(HttpExchange exchange) throws IOException {
    set(exchange.getResponseHeaders());
    exchange.sendResponseHeaders(status, 0);
  }

  private void set(Headers response) {
    headers.forEach((name, value) -> {
      if (!response.containsKey(name)) {
        response.set(name, value);
      }
    });
    cookies.forEach(cookie -> response.add("Set-Cookie", cookie));
  }

  /** Sends the response; headers that the URL itself has set stay. */
  void send(HttpExchange exchange) throws IOException {
    set(exchange.getResponseHeaders());
    boolean bodiless =
        body.length == 0
            || status == 204
            || status == 304
            || exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, bodiless ? -1 : body.length);
    if (!bodiless) {
      exchange.getResponseBody().write(body);
    }
  }
}

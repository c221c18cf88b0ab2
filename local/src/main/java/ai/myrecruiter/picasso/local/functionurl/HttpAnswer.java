package ai.myrecruiter.picasso.local.functionurl;

import ai.myrecruiter.picasso.local.engine.LambdaAnswer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** An HTTP response, made of a function's answer as a Function URL makes it. */
@SuppressWarnings("ArrayRecordComponent") // lives for one response and is never shared
record HttpAnswer(int status, Map<String, String> headers, byte[] body) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PLAIN_JSON = "application/json";

  static HttpAnswer empty(int status) {
    return new HttpAnswer(status, Map.of(), new byte[0]);
  }

  static HttpAnswer message(int status, String text) {
    var body = JSON.createObjectNode().put("Message", text).toString();
    return new HttpAnswer(
        status, Map.of("Content-Type", PLAIN_JSON), body.getBytes(StandardCharsets.UTF_8));
  }

  /** A failed function is a 502; an answer without a status code is a body by itself. */
  static HttpAnswer of(LambdaAnswer answer) throws IOException {
    if (answer.functionError().isPresent()) {
      return withVersion(message(502, "Internal Server Error"), answer);
    }
    var payload = JSON.readTree(answer.payload());
    return withVersion(
        payload.path("statusCode").isInt() ? structured(payload) : plain(payload), answer);
  }

  private static HttpAnswer structured(JsonNode payload) {
    var headers = new LinkedHashMap<String, String>();
    payload
        .path("headers")
        .properties()
        .forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
    var text = payload.path("body").asText("");
    var body =
        payload.path("isBase64Encoded").asBoolean()
            ? Base64.getDecoder().decode(text)
            : text.getBytes(StandardCharsets.UTF_8);
    return new HttpAnswer(payload.path("statusCode").asInt(), headers, body);
  }

  private static HttpAnswer plain(JsonNode payload) {
    return new HttpAnswer(
        200,
        Map.of("Content-Type", PLAIN_JSON),
        payload.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static HttpAnswer withVersion(HttpAnswer answer, LambdaAnswer from) {
    var headers = new LinkedHashMap<>(answer.headers());
    headers.put("X-Amzn-RequestId", from.requestId());
    headers.put("X-Stage-Executed-Version", from.executedVersion());
    return new HttpAnswer(answer.status(), headers, answer.body());
  }

  void send(HttpExchange exchange) throws IOException {
    headers.forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }
}

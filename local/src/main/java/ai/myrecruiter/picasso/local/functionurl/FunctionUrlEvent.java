package ai.myrecruiter.picasso.local.functionurl;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** The event of a Function URL request, payload format 2.0. */
final class FunctionUrlEvent {
  private static final ObjectMapper JSON = new ObjectMapper();

  private FunctionUrlEvent() {}

  static byte[] of(HttpExchange exchange, byte[] body, String requestId, Instant now)
      throws IOException {
    var uri = exchange.getRequestURI();
    var query = Optional.ofNullable(uri.getRawQuery()).orElse("");
    var event = JSON.createObjectNode();
    event.put("version", "2.0");
    event.put("routeKey", "$default");
    event.put("rawPath", uri.getRawPath());
    event.put("rawQueryString", query);
    headers(exchange, event);
    cookies(exchange, event);
    parameters(query, event);
    context(exchange, event.putObject("requestContext"), requestId, now);
    body(body, event);
    return JSON.writeValueAsBytes(event);
  }

  private static void headers(HttpExchange exchange, ObjectNode event) {
    var headers = event.putObject("headers");
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
  }

  private static void cookies(HttpExchange exchange, ObjectNode event) {
    var header = exchange.getRequestHeaders().getFirst("Cookie");
    if (header != null) {
      var cookies = event.putArray("cookies");
      for (var cookie : header.split(";", -1)) {
        cookies.add(cookie.strip());
      }
    }
  }

  private static void parameters(String query, ObjectNode event) {
    if (query.isEmpty()) {
      return;
    }
    var parameters = event.putObject("queryStringParameters");
    for (var pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      var name = decode(equals < 0 ? pair : pair.substring(0, equals));
      var value = decode(equals < 0 ? "" : pair.substring(equals + 1));
      var before = parameters.path(name);
      parameters.put(name, before.isMissingNode() ? value : before.asText() + "," + value);
    }
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      return text;
    }
  }

  private static void context(
      HttpExchange exchange, ObjectNode context, String requestId, Instant now) {
    context.put("accountId", "anonymous");
    context.put("apiId", "local");
    context.put(
        "domainName",
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host")).orElse("localhost"));
    context.put("requestId", requestId);
    context.put("routeKey", "$default");
    context.put("stage", "$default");
    context.put("timeEpoch", now.toEpochMilli());
    context
        .putObject("http")
        .put("method", exchange.getRequestMethod())
        .put("path", exchange.getRequestURI().getRawPath())
        .put("protocol", exchange.getProtocol())
        .put("sourceIp", exchange.getRemoteAddress().getAddress().getHostAddress())
        .put(
            "userAgent",
            Optional.ofNullable(exchange.getRequestHeaders().getFirst("User-Agent")).orElse(""));
  }

  private static void body(byte[] body, ObjectNode event) {
    if (body.length == 0) {
      event.put("isBase64Encoded", false);
      return;
    }
    try {
      event.put(
          "body", StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
      event.put("isBase64Encoded", false);
    } catch (CharacterCodingException binary) {
      event.put("body", Base64.getEncoder().encodeToString(body));
      event.put("isBase64Encoded", true);
    }
  }
}

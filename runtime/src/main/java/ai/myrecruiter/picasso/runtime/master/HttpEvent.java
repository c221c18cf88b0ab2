package ai.myrecruiter.picasso.runtime.master;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the events of API Gateway (REST: payload 1.0, HTTP: 1.0 and 2.0) and of Function URLs
 * (2.0). An edge always adds its request context, so no HTTP client can send a direct event.
 */
final class HttpEvent {
  private static final Set<String> SINGLE =
      Set.of("host", "x-tenant-hash", "x-jwt-token", "authorization");

  private HttpEvent() {}

  static boolean isHttp(JsonNode event) {
    return event.path("requestContext").isObject();
  }

  static Request read(JsonNode event) throws Refusal {
    var http = event.at("/requestContext/http");
    if (http.isObject()) {
      return request(event, http.path("method"), event.path("rawPath"), http.path("sourceIp"));
    }
    return request(
        event,
        event.path("httpMethod"),
        event.path("path"),
        event.at("/requestContext/identity/sourceIp"));
  }

  private static Request request(JsonNode event, JsonNode method, JsonNode path, JsonNode address)
      throws Refusal {
    if (!method.isTextual()) {
      throw new Refusal(ErrorCode.BAD_EVENT);
    }
    return new Request(
        method.asText(),
        path.asText(""),
        headers(event),
        texts(event.path("queryStringParameters")),
        body(event),
        address.asText(""));
  }

  /**
   * One value of each header that says who asks: of two, two readers would take different ones.
   * Payload 1.0 keeps the last here and all in another field.
   */
  private static Map<String, String> headers(JsonNode event) throws Refusal {
    for (var header : event.at("/multiValueHeaders").properties()) {
      if (SINGLE.contains(lower(header.getKey())) && header.getValue().size() > 1) {
        throw new Refusal(ErrorCode.BAD_EVENT);
      }
    }
    var headers = new HashMap<String, String>();
    for (var header : texts(event.path("headers")).entrySet()) {
      var name = lower(header.getKey());
      if (headers.put(name, header.getValue()) != null && SINGLE.contains(name)) {
        throw new Refusal(ErrorCode.BAD_EVENT);
      }
    }
    return headers;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static Map<String, String> texts(JsonNode object) {
    var texts = new HashMap<String, String>();
    object.properties().stream()
        .filter(field -> field.getValue().isTextual())
        .forEach(field -> texts.put(field.getKey(), field.getValue().asText()));
    return texts;
  }

  private static Optional<byte[]> body(JsonNode event) throws Refusal {
    var body = event.path("body");
    if (!body.isTextual() || body.asText().isEmpty()) {
      return Optional.empty();
    }
    if (!event.path("isBase64Encoded").asBoolean()) {
      return Optional.of(body.asText().getBytes(StandardCharsets.UTF_8));
    }
    try {
      return Optional.of(Base64.getDecoder().decode(body.asText()));
    } catch (IllegalArgumentException e) {
      throw new Refusal(ErrorCode.BAD_EVENT);
    }
  }
}

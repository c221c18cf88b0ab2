package ai.myrecruiter.picasso.runtime.master;

import ai.myrecruiter.picasso.runtime.tenant.AskingHeaders;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the events of API Gateway (REST: payload 1.0, HTTP: 1.0 and 2.0) and of Function URLs
 * (2.0). An edge always adds its request context, so no HTTP client can send a direct event.
 */
final class HttpEvent {
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

  /** Of a header sent twice, payload 1.0 keeps the last here and all in another field. */
  private static Map<String, String> headers(JsonNode event) throws Refusal {
    if (AskingHeaders.areAmbiguous(event.path("multiValueHeaders"))) {
      throw new Refusal(ErrorCode.BAD_EVENT);
    }
    return AskingHeaders.read(event.path("headers"))
        .orElseThrow(() -> new Refusal(ErrorCode.BAD_EVENT));
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

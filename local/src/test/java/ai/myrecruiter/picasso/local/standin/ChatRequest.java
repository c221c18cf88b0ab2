package ai.myrecruiter.picasso.local.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * A request as it came through the Function URL (payload format 2.0), or by direct invocation.
 *
 * @param direct whether the caller invoked the function itself and gets plain JSON back
 * @param action {@code chat} unless the query says otherwise
 * @param tenant hash that the client claims
 */
record ChatRequest(
    boolean direct,
    String method,
    String action,
    String host,
    Optional<String> tenant,
    Optional<String> body) {
  private static final String TENANT_HEADER = "x-tenant-hash";

  static ChatRequest of(JsonNode event) throws Refusal {
    var http = event.at("/requestContext/http");
    if (http.isObject()) {
      return new ChatRequest(
          false,
          http.path("method").asText(""),
          event.at("/queryStringParameters/action").asText("chat"),
          event.at("/headers/host").asText(""),
          text(event.at("/headers").path(TENANT_HEADER)),
          body(event));
    }
    if (event.path("action").isTextual()) {
      return new ChatRequest(
          true, "POST", event.path("action").asText(), "", Optional.empty(), Optional.empty());
    }
    throw new Refusal(ErrorCode.BAD_EVENT);
  }

  private static Optional<String> body(JsonNode event) throws Refusal {
    var body = text(event.path("body"));
    if (body.isEmpty() || !event.path("isBase64Encoded").asBoolean()) {
      return body;
    }
    try {
      var bytes = Base64.getDecoder().decode(body.get());
      return Optional.of(new String(bytes, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw new Refusal(ErrorCode.BAD_EVENT);
    }
  }

  private static Optional<String> text(JsonNode node) {
    return node.isTextual() ? Optional.of(node.asText()) : Optional.empty();
  }
}

package ai.myrecruiter.picasso.runtime.streaming;

import ai.myrecruiter.picasso.runtime.telemetry.OpaqueId;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What the body of a request says.
 *
 * @param message the user's words; empty in a cancel call
 * @param requestId the client's name for its stream, to cancel it by
 */
record Question(String message, Optional<OpaqueId> requestId) {
  static final int MOST_BYTES = 32_768;
  static final int MOST_CHARACTERS = 4_000;

  /** The question of a stream. */
  static Question asked(StreamRequest request, ObjectMapper json) throws Refusal {
    var body = object(request, json);
    var message = body.path("message");
    if (!message.isTextual() || message.asText().isBlank()) {
      throw new Refusal(ErrorCode.MISSING_MESSAGE);
    }
    if (message.asText().length() > MOST_CHARACTERS) {
      throw new Refusal(ErrorCode.MESSAGE_TOO_LONG);
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(message.asText())) {
      throw new Refusal(ErrorCode.BAD_JSON); // JSON can spell half a character
    }
    return new Question(message.asText(), requestId(body));
  }

  /** The stream that a cancel call names. */
  static OpaqueId cancelled(StreamRequest request, ObjectMapper json) throws Refusal {
    return requestId(object(request, json))
        .orElseThrow(() -> new Refusal(ErrorCode.BAD_REQUEST_ID));
  }

  private static JsonNode object(StreamRequest request, ObjectMapper json) throws Refusal {
    if (request.body().isPresent() && request.body().get().length > MOST_BYTES) {
      throw new Refusal(ErrorCode.BODY_TOO_LARGE);
    }
    var text = request.text();
    if (text.isBlank()) {
      throw new Refusal(ErrorCode.MISSING_BODY);
    }
    try {
      var node = json.readTree(text);
      if (node.isObject()) {
        return node;
      }
    } catch (JsonProcessingException e) {
      throw new Refusal(ErrorCode.BAD_JSON);
    }
    throw new Refusal(ErrorCode.BAD_JSON);
  }

  private static Optional<OpaqueId> requestId(JsonNode body) throws Refusal {
    var id = body.path("request");
    if (id.isMissingNode() || id.isNull()) {
      return Optional.empty();
    }
    var parsed = id.isTextual() ? OpaqueId.of(id.asText()) : Optional.<OpaqueId>empty();
    if (parsed.isEmpty()) {
      throw new Refusal(ErrorCode.BAD_REQUEST_ID);
    }
    return parsed;
  }
}

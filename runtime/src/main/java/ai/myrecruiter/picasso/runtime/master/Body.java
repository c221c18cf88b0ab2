package ai.myrecruiter.picasso.runtime.master;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The JSON object that a request carries. */
final class Body {
  static final int MOST_BYTES = 32_768;
  static final int MOST_CHARACTERS = 4_000;
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private final JsonNode fields;

  private Body(JsonNode fields) {
    this.fields = fields;
  }

  /** The body of a request that needs one. */
  static Body of(Request request) throws Refusal {
    var body = optional(request);
    if (request.body().isEmpty() || body.fields.isMissingNode()) {
      throw new Refusal(ErrorCode.MISSING_BODY);
    }
    return body;
  }

  /** The body of a request that may do without: then no field is there. */
  static Body optional(Request request) throws Refusal {
    var bytes = request.body().orElse(new byte[0]);
    if (bytes.length > MOST_BYTES) {
      throw new Refusal(ErrorCode.BODY_TOO_LARGE);
    }
    var text = text(bytes);
    return new Body(text.isBlank() ? JsonNodeFactory.instance.missingNode() : object(text));
  }

  private static String text(byte[] bytes) throws Refusal {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new Refusal(ErrorCode.BAD_ENCODING);
    }
  }

  private static JsonNode object(String text) throws Refusal {
    try {
      var node = JSON.readTree(text);
      if (node.isObject()) {
        return node;
      }
    } catch (JsonProcessingException e) {
      throw new Refusal(ErrorCode.BAD_JSON);
    }
    throw new Refusal(ErrorCode.BAD_JSON);
  }

  /** A text that must be there. */
  String required(String field) throws Refusal {
    return text(field).orElseThrow(() -> new Refusal(ErrorCode.MISSING_FIELD));
  }

  /** A text that may be there; another type is refused. */
  Optional<String> text(String field) throws Refusal {
    var value = fields.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw new Refusal(ErrorCode.MISSING_FIELD);
    }
    return Optional.of(wellFormed(value.asText()));
  }

  /** What a person wrote: with content, in length, and of whole characters. */
  String message() throws Refusal {
    var message = fields.path("message");
    if (!message.isTextual() || message.asText().isBlank()) {
      throw new Refusal(ErrorCode.MISSING_MESSAGE);
    }
    if (message.asText().length() > MOST_CHARACTERS) {
      throw new Refusal(ErrorCode.MESSAGE_TOO_LONG);
    }
    return wellFormed(message.asText());
  }

  /** JSON can spell half a character, which no encoding can carry on. */
  private static String wellFormed(String text) throws Refusal {
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw new Refusal(ErrorCode.BAD_ENCODING);
    }
    return text;
  }
}

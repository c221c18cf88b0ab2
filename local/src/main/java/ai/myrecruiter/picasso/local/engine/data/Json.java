package ai.myrecruiter.picasso.local.engine.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * JSON of states. Nodes are shared between states and events and must never be changed after they
 * have left the method that built them.
 */
public final class Json {
  /**
   * The largest input, output or result, in bytes of UTF-8: 256 KiB. Source: the quotas of Step
   * Functions.
   */
  public static final int MAX_PAYLOAD_BYTES = 262_144;

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  private static final JsonMapper STRICT =
      MAPPER
          .rebuild()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  private Json() {}

  /**
   * Reads one JSON value.
   *
   * @throws InvalidJson when the text is not exactly one JSON value
   */
  public static JsonNode parse(String text) {
    try {
      var node = MAPPER.readTree(text);
      if (node.isMissingNode()) {
        throw new InvalidJson("No content to read as JSON", "");
      }
      return node;
    } catch (JsonProcessingException e) {
      throw new InvalidJson(e.getOriginalMessage(), String.valueOf(e.getLocation()));
    }
  }

  /**
   * Reads one JSON value that was written by hand, in which a field given twice is a mistake.
   *
   * @throws InvalidJson when the text is not exactly one JSON value or gives a field twice; its
   *     location is how far the reader had come, which is what the service shows
   */
  public static JsonNode parseStrictly(String text) {
    try (var parser = STRICT.createParser(text)) {
      try {
        JsonNode node = STRICT.readTree(parser);
        if (node == null || parser.nextToken() != null) {
          throw new InvalidJson(
              "Exactly one value is expected", parser.currentLocation().toString());
        }
        return node;
      } catch (JsonProcessingException e) {
        throw new InvalidJson(e.getOriginalMessage(), parser.currentLocation().toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The value as compact JSON. */
  public static String write(JsonNode node) {
    try {
      return MAPPER.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a JSON tree that cannot be written", e);
    }
  }

  /** Whether a text is longer than a payload may be, in bytes of UTF-8. */
  public static boolean exceedsPayload(String text) {
    return text.length() > MAX_PAYLOAD_BYTES
        || (text.length() > MAX_PAYLOAD_BYTES / 4
            && text.getBytes(StandardCharsets.UTF_8).length > MAX_PAYLOAD_BYTES);
  }

  /** An object without fields. */
  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** A JSON string. */
  public static JsonNode text(String value) {
    return TextNode.valueOf(value);
  }

  /** A text that is not JSON. */
  public static final class InvalidJson extends RuntimeException {
    private final String location;

    InvalidJson(String message, String location) {
      super(message);
      this.location = location;
    }

    /** What is wrong. */
    public String problem() {
      return String.valueOf(getMessage());
    }

    /** The source, if it was read strictly, with line and column; or empty. */
    public String location() {
      return location;
    }
  }
}

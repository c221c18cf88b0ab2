package ai.myrecruiter.picasso.runtime.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * One JSON value as a tree: a name twice and anything after the value are refused. Reads by
 * Jackson's parser without a mapper, whose beans, dates and annotations nobody needs here: to make
 * one is a tenth of what the streaming function's process does before its first token.
 */
public final class StrictTree {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  private StrictTree() {}

  /**
   * The value in bytes of UTF-8, UTF-16 or UTF-32; a missing node if there is none.
   *
   * @throws IOException if they are no strict JSON
   */
  public static JsonNode read(byte[] bytes) throws IOException {
    try (var parser = FACTORY.createParser(bytes)) {
      return only(parser);
    }
  }

  /**
   * The value in a text; a missing node if there is none.
   *
   * @throws JsonProcessingException if it is no strict JSON
   */
  public static JsonNode read(String text) throws JsonProcessingException {
    try (var parser = FACTORY.createParser(text)) {
      return only(parser);
    } catch (JsonProcessingException e) {
      throw e;
    } catch (IOException e) { // a text at hand cannot fail in any other way
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode only(JsonParser parser) throws IOException {
    if (parser.nextToken() == null) {
      return NODES.missingNode();
    }
    var value = value(parser);
    if (parser.nextToken() != null) {
      throw new JsonParseException(parser, "there is more after the value");
    }
    return value;
  }

  /** The value that the parser stands on; it is left on the value's end. Depth is the parser's. */
  private static JsonNode value(JsonParser parser) throws IOException {
    var token = parser.currentToken();
    if (token == null) {
      throw new JsonParseException(parser, "there is no value");
    }
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> NODES.textNode(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL -> NODES.nullNode();
      default -> throw new JsonParseException(parser, "there is no value");
    };
  }

  private static JsonNode object(JsonParser parser) throws IOException {
    var object = NODES.objectNode();
    for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      object.set(name, value(parser));
    }
    return object;
  }

  private static JsonNode array(JsonParser parser) throws IOException {
    var array = NODES.arrayNode();
    while (parser.nextToken() != com.fasterxml.jackson.core.JsonToken.END_ARRAY) {
      array.add(value(parser));
    }
    return array;
  }

  private static JsonNode number(JsonParser parser) throws IOException {
    return switch (parser.getNumberType()) {
      case INT -> NODES.numberNode(parser.getIntValue());
      case LONG -> NODES.numberNode(parser.getLongValue());
      case BIG_INTEGER -> NODES.numberNode(parser.getBigIntegerValue());
      case FLOAT, DOUBLE, BIG_DECIMAL -> NODES.numberNode(parser.getDoubleValue());
    };
  }
}

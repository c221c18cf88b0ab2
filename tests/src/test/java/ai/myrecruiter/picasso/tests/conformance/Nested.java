package ai.myrecruiter.picasso.tests.conformance;

import ai.myrecruiter.picasso.local.engine.data.Json;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** JSON in strings of JSON. */
final class Nested {
  private static final JsonMapper MAPPER = new JsonMapper();

  private Nested() {}

  /** The value with every string that begins like an object or array read as one, all the way. */
  static JsonNode expanded(JsonNode node) {
    if (node.isObject()) {
      var object = Json.object();
      node.properties().forEach(field -> object.set(field.getKey(), expanded(field.getValue())));
      return object;
    }
    if (node.isArray()) {
      var array = JsonNodeFactory.instance.arrayNode();
      node.forEach(element -> array.add(expanded(element)));
      return array;
    }
    return node.isTextual() ? parsed(node) : node;
  }

  private static JsonNode parsed(JsonNode node) {
    var text = node.textValue();
    if (!text.startsWith("{") && !text.startsWith("[")) {
      return node;
    }
    try {
      return expanded(Json.parse(text));
    } catch (Json.InvalidJson e) {
      return node;
    }
  }

  /** The value without the fields of a name, however deep. */
  static JsonNode without(String name, JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove(name);
    }
    node.forEach(child -> without(name, child));
    return node;
  }

  /** The value as text with a blank after each comma and colon, which recorded patterns expect. */
  static String spaced(JsonNode node) {
    try {
      return MAPPER.writer(new Spaced()).writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a JSON tree that cannot be written", e);
    }
  }

  private static final class Spaced extends MinimalPrettyPrinter {
    private static final long serialVersionUID = 1L;

    @Override
    public void writeObjectFieldValueSeparator(JsonGenerator g) throws IOException {
      g.writeRaw(": ");
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator g) throws IOException {
      g.writeRaw(", ");
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator g) throws IOException {
      g.writeRaw(", ");
    }
  }
}

package ai.myrecruiter.picasso.local.engine.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The arguments of an intrinsic function, checked as they are asked for. */
record Arguments(List<JsonNode> values) {
  int count() {
    return values.size();
  }

  JsonNode get(int index) {
    return values.get(index);
  }

  String text(int index) {
    var value = get(index);
    if (!value.isTextual()) {
      throw refused(index, "a string", value);
    }
    return value.textValue();
  }

  ArrayNode array(int index) {
    if (get(index) instanceof ArrayNode array) {
      return array;
    }
    throw refused(index, "an array", get(index));
  }

  ObjectNode object(int index) {
    if (get(index) instanceof ObjectNode object) {
      return object;
    }
    throw refused(index, "an object", get(index));
  }

  /** A number; one with decimals is rounded to the nearest integer, as the service does. */
  long integer(int index) {
    var value = get(index);
    if (!value.isNumber()) {
      throw refused(index, "a number", value);
    }
    return value.isIntegralNumber() ? value.longValue() : Math.round(value.doubleValue());
  }

  private static IllegalArgumentException refused(int index, String expected, JsonNode value) {
    return new IllegalArgumentException(
        "argument %d must be %s and is %s".formatted(index + 1, expected, Json.write(value)));
  }
}

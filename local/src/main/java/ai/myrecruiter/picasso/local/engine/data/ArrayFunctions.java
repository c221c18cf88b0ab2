package ai.myrecruiter.picasso.local.engine.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** The intrinsic functions on arrays. */
final class ArrayFunctions {
  private static final int MAX_RANGE = 1000;

  private ArrayFunctions() {}

  static JsonNode of(Arguments arguments) {
    return empty().addAll(arguments.values());
  }

  static JsonNode partition(Arguments arguments) {
    var array = arguments.array(0);
    long size = arguments.integer(1);
    if (size < 1) {
      throw new IllegalArgumentException("the chunk size must be 1 or more and is " + size);
    }
    var chunks = empty();
    for (int i = 0; i < array.size(); i++) {
      if (i % size == 0) {
        chunks.addArray();
      }
      ((ArrayNode) chunks.get(chunks.size() - 1)).add(array.get(i));
    }
    return chunks;
  }

  static JsonNode contains(Arguments arguments) {
    return BooleanNode.valueOf(has(arguments.array(0), arguments.get(1)));
  }

  static JsonNode range(Arguments arguments) {
    long first = arguments.integer(0);
    long last = arguments.integer(1);
    long step = arguments.integer(2);
    if (step == 0) {
      throw new IllegalArgumentException("the step must not be 0");
    }
    var range = empty();
    for (long value = first; step > 0 ? value <= last : value >= last; value += step) {
      if (range.size() == MAX_RANGE) {
        throw new IllegalArgumentException("a range has at most " + MAX_RANGE + " elements");
      }
      range.add(value == (int) value ? IntNode.valueOf((int) value) : range.numberNode(value));
    }
    return range;
  }

  static JsonNode item(Arguments arguments) {
    var array = arguments.array(0);
    long index = arguments.integer(1);
    if (index < 0 || index >= array.size()) {
      throw new IllegalArgumentException(
          "there is no index %d in an array of %d elements".formatted(index, array.size()));
    }
    return array.get((int) index);
  }

  static JsonNode length(Arguments arguments) {
    return IntNode.valueOf(arguments.array(0).size());
  }

  static JsonNode unique(Arguments arguments) {
    var unique = empty();
    for (var element : arguments.array(0)) {
      if (!has(unique, element)) {
        unique.add(element);
      }
    }
    return unique;
  }

  private static boolean has(ArrayNode array, JsonNode value) {
    for (var element : array) {
      if (same(element, value)) {
        return true;
      }
    }
    return false;
  }

  private static boolean same(JsonNode a, JsonNode b) {
    return (a.isNumber() && b.isNumber())
        ? a.decimalValue().compareTo(b.decimalValue()) == 0
        : a.equals(b);
  }

  private static ArrayNode empty() {
    return JsonNodeFactory.instance.arrayNode();
  }
}

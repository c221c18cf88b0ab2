package ai.myrecruiter.picasso.local.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/**
 * Reads event patterns: exact values, {@code prefix}, {@code anything-but}, {@code numeric} and
 * {@code exists}. Any other filter is refused by name, so that no rule quietly matches too much.
 */
final class EventPatternParser {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> OPERATORS = Set.of("<", "<=", ">", ">=", "=");

  private EventPatternParser() {}

  static EventPattern parse(String text) {
    try {
      return fields("$", JSON.readTree(text));
    } catch (JsonProcessingException e) {
      throw EventErrors.pattern("it is not JSON");
    }
  }

  private static EventPattern fields(String path, JsonNode node) {
    if (!node.isObject() || node.isEmpty()) {
      throw EventErrors.pattern(path + " is not an object with fields");
    }
    var fields = new LinkedHashMap<String, EventPattern>();
    for (var field : node.properties()) {
      if (field.getKey().startsWith("$")) {
        throw EventErrors.pattern(
            "%s at %s is not one of the stage's filters".formatted(field.getKey(), path));
      }
      fields.put(field.getKey(), field(path + "." + field.getKey(), field.getValue()));
    }
    return new EventPattern.Fields(fields);
  }

  private static EventPattern field(String path, JsonNode node) {
    if (node.isObject()) {
      return fields(path, node);
    }
    if (!node.isArray() || node.isEmpty()) {
      throw EventErrors.pattern(path + " is not an object or an array of values");
    }
    return new EventPattern.Values(matchers(path, node));
  }

  private static List<Matcher> matchers(String path, JsonNode array) {
    var matchers = new ArrayList<Matcher>();
    array.forEach(value -> matchers.add(matcher(path, value)));
    return matchers;
  }

  private static Matcher matcher(String path, JsonNode node) {
    if (node.isValueNode()) {
      return new Matcher.Exactly(node);
    }
    if (!node.isObject() || node.size() != 1) {
      throw EventErrors.pattern(path + " has a filter that is not an object with one field");
    }
    var filter = node.properties().iterator().next();
    var value = filter.getValue();
    return switch (filter.getKey()) {
      case "prefix" -> prefix(path, value);
      case "anything-but" -> new Matcher.AnythingBut(excluded(path, value));
      case "numeric" -> new Matcher.Numeric(limits(path, value));
      case "exists" -> exists(path, value);
      default ->
          throw EventErrors.pattern(
              "filter '%s' at %s is not one of the stage: exact, prefix, anything-but, numeric, exists"
                  .formatted(filter.getKey(), path));
    };
  }

  private static Matcher prefix(String path, JsonNode value) {
    if (!value.isTextual()) {
      throw EventErrors.pattern("prefix at %s is not a text".formatted(path));
    }
    return new Matcher.Prefix(value.asText());
  }

  private static Matcher exists(String path, JsonNode value) {
    if (!value.isBoolean()) {
      throw EventErrors.pattern("exists at %s is not true or false".formatted(path));
    }
    return new Matcher.Exists(value.asBoolean());
  }

  private static List<Matcher> excluded(String path, JsonNode value) {
    if (value.isArray()) {
      return matchers(path, value);
    }
    return List.of(matcher(path, value));
  }

  private static List<Matcher.Limit> limits(String path, JsonNode value) {
    var limits = new ArrayList<Matcher.Limit>();
    for (int i = 0; i + 1 < value.size(); i += 2) {
      var operator = value.get(i).asText();
      if (!OPERATORS.contains(operator) || !value.get(i + 1).isNumber()) {
        throw EventErrors.pattern(
            "numeric at %s has '%s %s', which is no comparison"
                .formatted(path, operator, value.get(i + 1)));
      }
      limits.add(new Matcher.Limit(operator, value.get(i + 1).doubleValue()));
    }
    if (!value.isArray() || limits.isEmpty() || value.size() % 2 != 0) {
      throw EventErrors.pattern(
          "numeric at %s is not pairs of operator and number".formatted(path));
    }
    return limits;
  }
}

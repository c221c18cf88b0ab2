package ai.myrecruiter.picasso.local.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The functions on text and lists: Join, Sub, Select, Split. */
final class TextFunctions {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(!?)([^}]*)}");
  private final Evaluator evaluator;

  TextFunctions(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  JsonNode join(JsonNode argument, String path) {
    var items = evaluator.evaluate(argument.path(1), path + "[1]");
    if (Unknown.is(items)) {
      return Unknown.VALUE;
    }
    if (argument.size() != 2 || !argument.get(0).isTextual() || !items.isArray()) {
      return evaluator.refuse(
          path, argument, "must be a delimiter and a list", "write [\"-\", [...]]");
    }
    var texts = new ArrayList<JsonNode>();
    items.forEach(texts::add);
    return concatenate(argument.get(0).asText(), texts, path);
  }

  private JsonNode concatenate(String delimiter, List<JsonNode> items, String path) {
    var texts = new ArrayList<String>();
    for (var item : items) {
      if (Unknown.is(item)) {
        return Unknown.VALUE;
      }
      if (!item.isValueNode()) {
        return evaluator.refuse(
            path, item, "must be text to become part of a text", "use Fn::Select");
      }
      texts.add(item.asText());
    }
    return JSON.textNode(String.join(delimiter, texts));
  }

  /** Takes a text, or a text and values of its own; {@code ${!Name}} stays as {@code ${Name}}. */
  JsonNode sub(JsonNode argument, String path) {
    var template = argument.isArray() ? argument.path(0) : argument;
    var own = argument.path(1);
    if (!template.isTextual()
        || (argument.isArray() && !(argument.size() == 2 && own.isObject()))) {
      return evaluator.refuse(
          path, argument, "must be a text, or a text and an object", "write \"...${Name}...\"");
    }
    var parts = new ArrayList<JsonNode>();
    var placeholder = PLACEHOLDER.matcher(template.asText());
    int end = 0;
    while (placeholder.find()) {
      parts.add(JSON.textNode(template.asText().substring(end, placeholder.start())));
      boolean escaped = !placeholder.group(1).isEmpty();
      var name = placeholder.group(2);
      parts.add(escaped ? JSON.textNode("${" + name + "}") : named(name, own, path));
      end = placeholder.end();
    }
    parts.add(JSON.textNode(template.asText().substring(end)));
    return parts.stream().anyMatch(JsonNode::isMissingNode)
        ? parts.stream().filter(JsonNode::isMissingNode).findFirst().orElseThrow()
        : concatenate("", parts, path);
  }

  private JsonNode named(String name, JsonNode own, String path) {
    if (own.has(name)) {
      return evaluator.evaluate(own.get(name), path + "[1]." + name);
    }
    return name.contains(".") ? evaluator.attribute(name, path) : evaluator.ref(name, path);
  }

  JsonNode select(JsonNode argument, String path) {
    var index = evaluator.evaluate(argument.path(0), path + "[0]").asInt(-1);
    var items = evaluator.evaluate(argument.path(1), path + "[1]");
    if (Unknown.is(items)) {
      return Unknown.VALUE;
    }
    if (argument.size() != 2 || !items.isArray() || index < 0 || index >= items.size()) {
      return evaluator.refuse(
          path, argument, "must be an index and a list that has it", "count from 0");
    }
    return items.get(index);
  }

  JsonNode split(JsonNode argument, String path) {
    var text = evaluator.evaluate(argument.path(1), path + "[1]");
    if (Unknown.is(text)) {
      return Unknown.VALUE;
    }
    var delimiter = argument.path(0).asText();
    if (argument.size() != 2 || delimiter.isEmpty() || !text.isTextual()) {
      return evaluator.refuse(
          path, argument, "must be a delimiter and a text", "write [\":\", \"...\"]");
    }
    var items = JSON.arrayNode();
    for (var item : text.asText().split(Pattern.quote(delimiter), -1)) {
      items.add(item);
    }
    return items;
  }
}

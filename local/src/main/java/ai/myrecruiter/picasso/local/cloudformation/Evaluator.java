package ai.myrecruiter.picasso.local.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Map;
import java.util.Optional;

/**
 * Computes the value of a part of a template. Findings are collected, and the part they concern is
 * missing in the value; so is what a template makes {@code AWS::NoValue}.
 */
final class Evaluator {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final JsonNode NOTHING = MissingNode.getInstance();
  private final Names names;
  private final JsonNode mappings;
  private final Map<String, Boolean> conditions;
  private final Findings findings;
  private final TextFunctions texts;

  Evaluator(Names names, JsonNode mappings, Map<String, Boolean> conditions, Findings findings) {
    this.names = names;
    this.mappings = mappings;
    this.conditions = conditions;
    this.findings = findings;
    this.texts = new TextFunctions(this);
  }

  /**
   * Evaluates a part.
   *
   * @param path where the part is, for findings
   */
  JsonNode evaluate(JsonNode part, String path) {
    if (part.isArray()) {
      return items(part, path);
    }
    if (!part.isObject()) {
      return literal(part, path);
    }
    return function(part).map(name -> call(name, part, path)).orElseGet(() -> fields(part, path));
  }

  /** The name of the function that an object calls, empty when it is plain data. */
  private static Optional<String> function(JsonNode object) {
    for (var field : object.properties()) {
      var name = field.getKey();
      if (name.startsWith("Fn::") || (name.equals("Ref") && object.size() == 1)) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  private JsonNode call(String function, JsonNode object, String path) {
    var inside = path + "." + function;
    var argument = object.path(function);
    if (object.size() > 1) {
      return refuse(path, object, "a function must be the only key", "move the other keys out");
    }
    return switch (function) {
      case "Ref" -> ref(argument.asText(), inside);
      case "Fn::GetAtt" -> getAtt(argument, inside);
      case "Fn::If" -> choose(argument, inside);
      case "Fn::FindInMap" -> findInMap(argument, inside);
      case "Fn::ImportValue" -> importValue(argument, inside);
      case "Fn::Join" -> texts.join(argument, inside);
      case "Fn::Sub" -> texts.sub(argument, inside);
      case "Fn::Select" -> texts.select(argument, inside);
      case "Fn::Split" -> texts.split(argument, inside);
      default ->
          refuse(
              inside,
              argument,
              "the stage does not know this function",
              "use Ref, GetAtt, Join, Sub, Select, Split, If, FindInMap or ImportValue");
    };
  }

  private JsonNode items(JsonNode array, String path) {
    var items = JSON.arrayNode();
    for (int i = 0; i < array.size(); i++) {
      var item = evaluate(array.get(i), path + "[" + i + "]");
      if (!item.isMissingNode()) {
        items.add(item);
      }
    }
    return items;
  }

  private JsonNode fields(JsonNode object, String path) {
    var fields = JSON.objectNode();
    for (var field : object.properties()) {
      var value = evaluate(field.getValue(), path + "." + field.getKey());
      if (!value.isMissingNode()) {
        fields.set(field.getKey(), value);
      }
    }
    return fields;
  }

  private JsonNode literal(JsonNode value, String path) {
    return value.asText().contains("{{resolve:")
        ? refuse(
            path,
            value.asText(),
            "the stage resolves no dynamic references",
            "pass the value as a parameter")
        : value;
  }

  JsonNode ref(String name, String path) {
    return names
        .ref(name)
        .orElseGet(() ->
            refuse(
                path,
                name,
                "must be a parameter or a resource of the same stack",
                "correct the name, or check the resource's condition"));
  }

  /** Takes {@code [id, attribute]} and {@code "id.attribute"}. */
  private JsonNode getAtt(JsonNode argument, String path) {
    if (argument.isTextual()) {
      return attribute(argument.asText(), path);
    }
    if (argument.size() == 2 && argument.get(0).isTextual() && argument.get(1).isTextual()) {
      return attribute(argument.get(0).asText() + "." + argument.get(1).asText(), path);
    }
    return refuse(path, argument, "must be a logical id and an attribute", "write both as text");
  }

  /** The value of {@code id.attribute}. */
  JsonNode attribute(String dotted, String path) {
    int dot = dotted.indexOf('.');
    var value =
        dot < 0
            ? Optional.<JsonNode>empty()
            : names.attribute(dotted.substring(0, dot), dotted.substring(dot + 1));
    return value.orElseGet(() ->
        refuse(
            path,
            dotted,
            "must be a resource of the same stack and an attribute that the stage has",
            "correct the name, or add the attribute to the resource type"));
  }

  private JsonNode choose(JsonNode argument, String path) {
    var condition = conditions.get(argument.path(0).asText());
    if (argument.size() != 3 || condition == null) {
      return refuse(
          path,
          argument,
          "must be the name of a condition and two values",
          "declare the condition in Conditions");
    }
    int chosen = condition ? 1 : 2;
    return evaluate(argument.get(chosen), path + "[" + chosen + "]");
  }

  private JsonNode findInMap(JsonNode argument, String path) {
    var found = argument.size() == 3 ? mappings : NOTHING;
    for (var key : evaluate(argument, path)) {
      found = found.path(key.asText());
    }
    return found.isMissingNode()
        ? refuse(path, argument, "must name a mapping and two of its keys", "add it to Mappings")
        : found;
  }

  private JsonNode importValue(JsonNode argument, String path) {
    var name = evaluate(argument, path);
    return names
        .exported(name.asText())
        .orElseGet(() ->
            refuse(
                path,
                name.asText(),
                "must be exported by a stack that is deployed before",
                "export it, or make this stack depend on the one that does"));
  }

  /** Notes a finding and leaves the part out. */
  JsonNode refuse(String path, Object value, String rule, String fix) {
    findings.add(path, value, rule, fix);
    return NOTHING;
  }
}

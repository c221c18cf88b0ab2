package ai.myrecruiter.picasso.local.engine.asl;

import ai.myrecruiter.picasso.local.engine.data.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What is legal in a definition and probably not meant. Source: the warning codes of
 * ValidateStateMachineDefinition in the API reference; the wording of the messages is ours.
 */
final class Warnings {
  private static final Pattern PATH = Pattern.compile("\\$|\\$\\$?[.\\[].*", Pattern.DOTALL);
  private static final Pattern INTRINSIC = Pattern.compile("States\\.\\w+\\(.*\\)", Pattern.DOTALL);
  private static final List<String> TEMPLATES =
      List.of("Parameters", "ResultSelector", "ItemSelector");
  private static final List<String> TEXTS_OF_FAIL = List.of("Error", "Cause");
  private static final List<String> NO_OPERANDS = List.of("Variable", "Next", "Comment");

  private final List<Finding> all = new ArrayList<>();

  private Warnings() {}

  static List<Finding> of(String json) {
    var warnings = new Warnings();
    try {
      warnings.machine(Json.parse(json), "");
    } catch (Json.InvalidJson e) {
      return List.of();
    }
    return List.copyOf(warnings.all);
  }

  private void machine(JsonNode machine, String at) {
    machine
        .path("States")
        .properties()
        .forEach(state -> state(state.getValue(), at + "/States/" + state.getKey()));
  }

  private void state(JsonNode state, String at) {
    if (state.path("Type").asText().equals("Pass") && isDynamic(state.path("Result"))) {
      warn(
          Finding.Code.PASS_RESULT_IS_STATIC,
          at + "/Result",
          "The Result of a Pass state is taken as it is; use Parameters for paths");
    }
    TEMPLATES.forEach(field -> template(state.path(field), at + "/" + field));
    if (state.path("Type").asText().equals("Fail")) {
      TEXTS_OF_FAIL.forEach(field -> noPath(state.path(field), at, field));
    }
    elements(state.path("Choices"), at + "/Choices", this::rule);
    elements(state.path("Branches"), at + "/Branches", this::machine);
    machine(state.path("ItemProcessor"), at + "/ItemProcessor");
    machine(state.path("Iterator"), at + "/Iterator");
  }

  private interface Reader {
    void read(JsonNode node, String at);
  }

  private static void elements(JsonNode array, String at, Reader reader) {
    for (int i = 0; i < array.size() && array.isArray(); i++) {
      reader.read(array.get(i), at + "[" + i + "]");
    }
  }

  /** Reports the fields whose values look as if they were to be evaluated and are not. */
  private void template(JsonNode node, String at) {
    if (node instanceof ObjectNode object) {
      for (var field : object.properties()) {
        var place = at + "/" + field.getKey();
        if (!field.getKey().endsWith(".$") && looksDynamic(field.getValue())) {
          warn(
              Finding.Code.NO_DOLLAR,
              place,
              "The value of '%s' looks like a path or an intrinsic function, which is evaluated only if the name ends with '.$'"
                  .formatted(field.getKey()));
        }
        template(field.getValue(), place);
      }
    }
    elements(node, at, this::template);
  }

  private void rule(JsonNode rule, String at) {
    for (var field : rule.properties()) {
      var name = field.getKey();
      var value = field.getValue();
      elements(value, at + "/" + name, this::rule);
      if (value.isObject()) {
        rule(value, at + "/" + name);
      } else if (!NO_OPERANDS.contains(name) && !name.endsWith("Path")) {
        noPath(value, at, name);
      }
    }
  }

  private void noPath(JsonNode value, String at, String field) {
    if (value.isTextual() && PATH.matcher(value.textValue()).matches()) {
      warn(
          Finding.Code.NO_PATH,
          at + "/" + field,
          "The value of '%s' looks like a path, which is followed only if the name ends with 'Path'"
              .formatted(field));
    }
  }

  private static boolean isDynamic(JsonNode node) {
    if (looksDynamic(node)) {
      return true;
    }
    for (var child : node) {
      if (isDynamic(child)) {
        return true;
      }
    }
    return false;
  }

  private static boolean looksDynamic(JsonNode node) {
    return node.isTextual()
        && (PATH.matcher(node.textValue()).matches()
            || INTRINSIC.matcher(node.textValue()).matches());
  }

  private void warn(Finding.Code code, String at, String message) {
    all.add(new Finding(code, at, message));
  }
}

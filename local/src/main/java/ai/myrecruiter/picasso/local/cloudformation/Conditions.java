package ai.myrecruiter.picasso.local.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Decides the conditions of a template, which depend on parameters and mappings only. */
final class Conditions {
  private final JsonNode declared;
  private final String path;
  private final Evaluator evaluator;
  private final Map<String, Boolean> decided = new HashMap<>();
  private final Set<String> deciding = new LinkedHashSet<>();

  Conditions(JsonNode declared, String path, Evaluator evaluator) {
    this.declared = declared;
    this.path = path;
    this.evaluator = evaluator;
  }

  /** The value of every condition; one that cannot be decided is false, with a finding. */
  Map<String, Boolean> decide() {
    declared.fieldNames().forEachRemaining(name -> named(name, path));
    return Map.copyOf(decided);
  }

  private boolean named(String name, String from) {
    var known = decided.get(name);
    if (known != null) {
      return known;
    }
    if (!declared.has(name)) {
      return refuse(from, name, "must be a condition of the template", "declare it in Conditions");
    }
    if (!deciding.add(name)) {
      return refuse(
          from,
          String.join(" -> ", deciding) + " -> " + name,
          "a condition must not depend on itself",
          "remove one of the references");
    }
    boolean holds = holds(declared.get(name), path + "." + name);
    deciding.remove(name);
    decided.put(name, holds);
    return holds;
  }

  private boolean holds(JsonNode condition, String at) {
    var function =
        condition.isObject() && condition.size() == 1 ? condition.fieldNames().next() : "";
    var argument = condition.path(function);
    var inside = at + "." + function;
    return switch (function) {
      case "Condition" -> named(argument.asText(), inside);
      case "Fn::Not" -> argument.size() == 1 && !holds(argument.get(0), inside + "[0]");
      case "Fn::And" -> count(argument, inside) == argument.size();
      case "Fn::Or" -> count(argument, inside) > 0;
      case "Fn::Equals" -> equal(argument, inside);
      default ->
          refuse(
              at,
              condition,
              "must be a condition function",
              "use Equals, And, Or, Not or Condition");
    };
  }

  /** How many hold; all are decided, so that all findings are made. */
  private int count(JsonNode arguments, String at) {
    int holding = 0;
    for (int i = 0; i < arguments.size(); i++) {
      holding += holds(arguments.get(i), at + "[" + i + "]") ? 1 : 0;
    }
    return holding;
  }

  private boolean equal(JsonNode arguments, String at) {
    var values = evaluator.evaluate(arguments, at);
    if (arguments.size() != 2) {
      return refuse(at, arguments, "must have two values", "write [\"a\", \"b\"]");
    }
    return values.size() == 2 && text(values.get(0)).equals(text(values.get(1)));
  }

  private static String text(JsonNode value) {
    return value.isValueNode() ? value.asText() : value.toString();
  }

  private boolean refuse(String at, Object value, String rule, String fix) {
    evaluator.refuse(at, value, rule, fix);
    return false;
  }
}

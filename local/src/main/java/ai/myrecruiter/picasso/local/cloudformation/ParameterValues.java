package ai.myrecruiter.picasso.local.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gives every parameter of a template its value, and holds it to the parameter's own rules. */
final class ParameterValues {
  private static final String FROM_STORE = "AWS::SSM::Parameter::Value<String>";
  private static final Set<String> FIELDS =
      Set.of(
          "Type",
          "Default",
          "Description",
          "ConstraintDescription",
          "NoEcho",
          "AllowedPattern",
          "AllowedValues",
          "MinLength",
          "MaxLength",
          "MinValue",
          "MaxValue");
  private final Account account;
  private final Findings findings;

  ParameterValues(Account account, Findings findings) {
    this.account = account;
    this.findings = findings;
  }

  /**
   * Resolves the parameters.
   *
   * @param declared the section {@code Parameters}
   * @param given values by name; a parameter without one takes its default
   * @param path of the section
   */
  Map<String, JsonNode> resolve(JsonNode declared, Map<String, String> given, String path) {
    for (var name : given.keySet()) {
      if (!declared.has(name)) {
        findings.add(
            path + "." + name,
            given.get(name),
            "must be a parameter of the template",
            "leave it out, or declare it");
      }
    }
    var values = new LinkedHashMap<String, JsonNode>();
    for (var parameter : declared.properties()) {
      var at = path + "." + parameter.getKey();
      text(parameter.getValue(), Optional.ofNullable(given.get(parameter.getKey())), at)
          .flatMap(text -> value(parameter.getValue(), text, at))
          .ifPresent(value -> values.put(parameter.getKey(), value));
    }
    return values;
  }

  private Optional<String> text(JsonNode parameter, Optional<String> given, String path) {
    for (var field : parameter.properties()) {
      if (!FIELDS.contains(field.getKey())) {
        findings.add(
            path + "." + field.getKey(),
            field.getValue(),
            "the stage does not know this rule for parameters",
            "use one of " + FIELDS.stream().sorted().toList());
      }
    }
    var byDefault = Optional.of(parameter.path("Default")).filter(node -> !node.isMissingNode());
    var text = given.or(() -> byDefault.map(JsonNode::asText));
    if (text.isEmpty()) {
      findings.add(path, "nothing", "must have a value", "give one, or declare a Default");
    }
    return text;
  }

  private Optional<JsonNode> value(JsonNode parameter, String text, String path) {
    var type = parameter.path("Type").asText();
    return switch (type) {
      case "String" -> checked(parameter, text, path).map(TextNode::valueOf);
      case "Number" -> number(parameter, text, path);
      case "CommaDelimitedList" -> Optional.of(list(text));
      case FROM_STORE -> stored(text, path);
      default -> {
        findings.add(
            path + ".Type",
            type,
            "must be a type that the stage knows",
            "use String, Number, CommaDelimitedList or " + FROM_STORE);
        yield Optional.empty();
      }
    };
  }

  private Optional<String> checked(JsonNode parameter, String text, String path) {
    var pattern = parameter.path("AllowedPattern").asText(".*");
    int shortest = parameter.path("MinLength").asInt(0);
    int longest = parameter.path("MaxLength").asInt(Integer.MAX_VALUE);
    boolean allowed =
        text.matches(pattern)
            && text.length() >= shortest
            && text.length() <= longest
            && isListed(parameter.path("AllowedValues"), text);
    if (!allowed) {
      var rules = new LinkedHashMap<String, JsonNode>();
      parameter.properties().stream()
          .filter(rule -> rule.getKey().matches("(Allowed|Min|Max).*"))
          .forEach(rule -> rules.put(rule.getKey(), rule.getValue()));
      var rule = parameter.path("ConstraintDescription").asText("must satisfy " + rules);
      findings.add(path, text, rule, "give another value");
    }
    return allowed ? Optional.of(text) : Optional.empty();
  }

  private static boolean isListed(JsonNode allowed, String text) {
    if (allowed.isMissingNode()) {
      return true;
    }
    for (var one : allowed) {
      if (one.asText().equals(text)) {
        return true;
      }
    }
    return false;
  }

  private Optional<JsonNode> number(JsonNode parameter, String text, String path) {
    try {
      double number = Double.parseDouble(text);
      double least = parameter.path("MinValue").asDouble(Double.NEGATIVE_INFINITY);
      double most = parameter.path("MaxValue").asDouble(Double.POSITIVE_INFINITY);
      if (number >= least && number <= most && isListed(parameter.path("AllowedValues"), text)) {
        return Optional.of(TextNode.valueOf(text));
      }
    } catch (NumberFormatException e) {
      findings.add(path, text, "must be a number", "write it in digits");
      return Optional.empty();
    }
    findings.add(path, text, "must satisfy " + parameter, "give another value");
    return Optional.empty();
  }

  private static JsonNode list(String text) {
    var items = JsonNodeFactory.instance.arrayNode();
    for (var item : text.split(",", -1)) {
      items.add(item.strip());
    }
    return items;
  }

  private Optional<JsonNode> stored(String name, String path) {
    var value = Optional.ofNullable(account.parameterStore().get(name));
    if (value.isEmpty()) {
      findings.add(
          path,
          name,
          "must be a parameter in the account's parameter store",
          "add it to Account, or pass another name");
    }
    return value.map(TextNode::valueOf);
  }
}

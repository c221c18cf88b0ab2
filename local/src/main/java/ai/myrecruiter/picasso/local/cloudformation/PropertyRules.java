package ai.myrecruiter.picasso.local.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which properties of a resource type the stage heeds and which it may leave aside; any other could
 * change what happens on AWS and is refused. A rule is a path such as {@code Code.S3Key} or {@code
 * Targets[].Arn} and covers everything below it.
 */
public final class PropertyRules {
  private final Map<String, String> reasonByPath = new LinkedHashMap<>();

  private PropertyRules() {}

  /** Rules for properties that have their effect on the stage. */
  public static PropertyRules effective(String... paths) {
    var rules = new PropertyRules();
    List.of(paths).forEach(path -> rules.reasonByPath.put(path, ""));
    return rules;
  }

  /** Adds a property that the stage leaves aside, and why nothing is missed. */
  public PropertyRules withoutEffect(String path, String reason) {
    reasonByPath.put(path, reason);
    return this;
  }

  /** The properties without effect and their reasons. */
  public Map<String, String> withoutEffect() {
    var inert = new LinkedHashMap<>(reasonByPath);
    inert.values().removeIf(String::isEmpty);
    return inert;
  }

  /** Notes every property that no rule covers. */
  void check(JsonNode properties, String path, Findings findings) {
    for (var property : properties.properties()) {
      check(property.getValue(), property.getKey(), path, findings);
    }
  }

  private void check(JsonNode value, String rulePath, String path, Findings findings) {
    if (reasonByPath.containsKey(rulePath)) {
      return;
    }
    var below = rulePath + (value.isArray() ? "[]" : ".");
    boolean hasRulesBelow =
        value.isContainerNode()
            && reasonByPath.keySet().stream().anyMatch(rule -> rule.startsWith(below));
    if (!hasRulesBelow) {
      findings.add(
          path + "." + rulePath,
          value,
          "the stage does not know this property, which may change what happens on AWS",
          "implement it in the resource type, or list it there as without effect with the reason");
    } else if (value.isArray()) {
      value.forEach(item -> check(item, below, path, findings));
    } else {
      value.properties().forEach(it -> check(it.getValue(), below + it.getKey(), path, findings));
    }
  }
}

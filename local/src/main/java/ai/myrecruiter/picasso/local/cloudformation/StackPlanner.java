package ai.myrecruiter.picasso.local.cloudformation;

import ai.myrecruiter.picasso.local.cloudformation.PlannedStack.PlannedOutput;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one template as if its resources were made, and finds all that would stop it. */
final class StackPlanner {
  private final StackTemplate stack;
  private final ResourceTypes types;
  private final Findings findings;
  private final StackValues values;
  private final Map<String, Boolean> conditions;
  private final Map<String, ResourceType> resources;
  private final PlannedNames names;
  private final Evaluator evaluator;

  /**
   * Prepares to plan.
   *
   * @param exports names that earlier stacks export
   */
  StackPlanner(
      StackTemplate stack,
      ResourceTypes types,
      StackValues values,
      Set<String> exports,
      Findings findings) {
    this.stack = stack;
    this.types = types;
    this.findings = findings;
    this.values = values;
    this.conditions = conditions();
    this.resources = resources();
    this.names = new PlannedNames(values, resources, exports);
    this.evaluator = new Evaluator(names, section("Mappings"), conditions, findings);
  }

  private JsonNode section(String name) {
    return stack.template().path(name);
  }

  private String path(String section, String name) {
    return stack.name() + "." + section + "." + name;
  }

  private Map<String, Boolean> conditions() {
    var parametersOnly = new PlannedNames(values, Map.of(), Set.of());
    var reader = new Evaluator(parametersOnly, section("Mappings"), Map.of(), findings);
    return new Conditions(section("Conditions"), stack.name() + ".Conditions", reader).decide();
  }

  /** The types of the resources that will be made. */
  private Map<String, ResourceType> resources() {
    var made = new LinkedHashMap<String, ResourceType>();
    for (var resource : section("Resources").properties()) {
      var path = path("Resources", resource.getKey());
      if (applies(resource.getValue(), path)) {
        type(resource.getValue(), path).ifPresent(type -> made.put(resource.getKey(), type));
      }
    }
    return made;
  }

  private boolean applies(JsonNode declared, String path) {
    if (!declared.has("Condition")) {
      return true;
    }
    var holds = conditions.get(declared.path("Condition").asText());
    if (holds == null) {
      findings.add(
          path + ".Condition",
          declared.path("Condition"),
          "must be a condition of the template",
          "declare it in Conditions");
    }
    return holds != null && holds;
  }

  private Optional<ResourceType> type(JsonNode declared, String path) {
    var name = declared.path("Type").asText();
    var type = types.find(name);
    if (type.isEmpty()) {
      findings.add(
          path + ".Type",
          name,
          "the stage does not know this type",
          "implement it in local.cloudformation, or list it in InertTypes with the reason why"
              + " nothing is missed");
    }
    return type;
  }

  PlannedStack plan() {
    var planned = new ArrayList<PlannedResource>();
    resources.forEach((logicalId, type) -> planned.add(resource(logicalId, type)));
    var ordered = ResourceOrder.of(planned, findings);
    return new PlannedStack(stack, values, conditions, ordered, outputs());
  }

  private PlannedResource resource(String logicalId, ResourceType type) {
    var declared = section("Resources").path(logicalId);
    var path = path("Resources", logicalId);
    names.takeAsked();
    var properties = evaluator.evaluate(declared.path("Properties"), path + ".Properties");
    switch (type) {
      case StagedType staged ->
          staged.properties().check(properties, path + ".Properties", findings);
      case InertType inert -> {
        // Nothing is done with its properties.
      }
    }
    var after = new LinkedHashSet<>(names.takeAsked());
    after.addAll(dependsOn(declared.path("DependsOn"), path));
    return new PlannedResource(logicalId, type, declared.path("Properties"), path, after);
  }

  private List<String> dependsOn(JsonNode declared, String path) {
    var ids = new ArrayList<String>();
    if (declared.isTextual()) {
      ids.add(declared.asText());
    }
    declared.forEach(id -> ids.add(id.asText()));
    for (var id : ids) {
      if (!section("Resources").has(id)) {
        findings.add(
            path + ".DependsOn", id, "must be a resource of the same stack", "correct the name");
      }
    }
    ids.removeIf(id -> !resources.containsKey(id));
    return ids;
  }

  private List<PlannedOutput> outputs() {
    var outputs = new ArrayList<PlannedOutput>();
    for (var output : section("Outputs").properties()) {
      var path = path("Outputs", output.getKey());
      if (applies(output.getValue(), path)) {
        var value = output.getValue().path("Value");
        evaluator.evaluate(value, path + ".Value");
        outputs.add(
            new PlannedOutput(output.getKey(), value, path + ".Value", export(output, path)));
      }
    }
    return outputs;
  }

  private Optional<String> export(Map.Entry<String, JsonNode> output, String path) {
    var declared = output.getValue().path("Export").path("Name");
    if (declared.isMissingNode()) {
      return Optional.empty();
    }
    var name = evaluator.evaluate(declared, path + ".Export.Name");
    if (!name.isTextual()) {
      findings.add(
          path + ".Export.Name",
          declared,
          "must be text that is known before resources exist",
          "make it of parameters");
      return Optional.empty();
    }
    return Optional.of(name.asText());
  }
}

package ai.myrecruiter.picasso.tests.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the roles of the tasks allow, as the synthesized template of staging says. */
public final class TaskRoles {
  private static final String PREFIX = "picasso-staging-";
  private static final Map<String, String> PSEUDO =
      Map.of(
          "AWS::Partition", "aws",
          "AWS::Region", "us-east-1",
          "AWS::AccountId", "000000000000");
  private final JsonNode resources;
  private final Map<String, List<Grant>> byFunction = new HashMap<>();

  private TaskRoles(JsonNode template) {
    this.resources = template.path("Resources");
    for (var resource : resources) {
      if (resource.path("Type").asText().equals("AWS::Lambda::Function")) {
        var name = name(resource.at("/Properties/FunctionName").asText());
        var role = resource.at("/Properties/Role/Fn::GetAtt/0").asText();
        byFunction.put(name, grants(name, resources.path(role)));
      }
    }
  }

  /** The roles of the tasks of staging. */
  public static TaskRoles read(Path assembly) {
    try {
      var file = assembly.resolve(PREFIX + "workflows.template.json").toFile();
      return new TaskRoles(new ObjectMapper().readTree(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String name(String function) {
    return function.replaceFirst("^" + PREFIX, "");
  }

  /** Everything that is allowed to a function. */
  List<Grant> of(String function) {
    return byFunction.getOrDefault(name(function), List.of());
  }

  /** Everything that is allowed to any. */
  List<Grant> all() {
    return byFunction.values().stream().flatMap(List::stream).toList();
  }

  private List<Grant> grants(String function, JsonNode role) {
    var grants = new ArrayList<Grant>();
    for (var policy : role.at("/Properties/Policies")) {
      for (var statement : policy.at("/PolicyDocument/Statement")) {
        if (!statement.path("Effect").asText().equals("Allow")) {
          throw new AssertionError(function + ": a statement that denies is not understood here");
        }
        for (var action : texts(statement.path("Action"))) {
          for (var resource : texts(statement.path("Resource"))) {
            grants.add(new Grant(function, action, resource, conditions(statement)));
          }
        }
      }
    }
    return grants;
  }

  private Map<String, Set<String>> conditions(JsonNode statement) {
    var conditions = new HashMap<String, Set<String>>();
    for (var operator : statement.path("Condition").properties()) {
      if (!Set.of("StringEquals", "ForAnyValue:StringEquals").contains(operator.getKey())) {
        throw new AssertionError("condition " + operator.getKey() + " is not understood here");
      }
      operator
          .getValue()
          .properties()
          .forEach(key -> conditions.put(key.getKey(), texts(key.getValue())));
    }
    return conditions;
  }

  private Set<String> texts(JsonNode oneOrMore) {
    var texts = new TreeSet<String>();
    if (oneOrMore.isArray()) {
      oneOrMore.forEach(one -> texts.add(text(one)));
    } else {
      texts.add(text(oneOrMore));
    }
    return texts;
  }

  private String text(JsonNode value) {
    if (value.has("Fn::Join")) {
      var text = new StringBuilder();
      value.at("/Fn::Join/1").forEach(part -> text.append(text(part)));
      return text.toString();
    }
    if (value.has("Fn::GetAtt")) {
      var group = resources.path(value.at("/Fn::GetAtt/0").asText()).at("/Properties/LogGroupName");
      return "arn:aws:logs:us-east-1:000000000000:log-group:" + group.asText() + ":*";
    }
    if (value.has("Ref")) {
      var name = value.path("Ref").asText();
      if (!PSEUDO.containsKey(name)) {
        throw new AssertionError("a reference to " + name + " is not understood here");
      }
      return PSEUDO.get(name);
    }
    return value.asText();
  }
}

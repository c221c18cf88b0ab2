package ai.myrecruiter.picasso.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every role, what it may do, and to what: made from the templates, reviewed as a file. */
final class RolesTest {
  private static final String ENVIRONMENT = "picasso-production-";

  @Test
  void isTheTableThatWasReviewed() {
    var text = new StringBuilder();
    text.append(
        """
        # Who may do what

        Every role of production, made from the templates by `RolesTest`; staging has the same with its own names. A role that is
        not here does not exist. `picasso-production-` is left out of names.

        | stack | role | may | on | only if |
        |---|---|---|---|---|
        """);
    rows().forEach(row -> text.append("| ").append(String.join(" | ", row)).append(" |\n"));
    Golden.check("docs/roles.md", text.toString());
  }

  @Test
  void showsEveryRoleOfEveryStack() {
    long roles =
        EveryStackTest.STACKS.stream()
            .filter(stack -> stack.startsWith(ENVIRONMENT))
            .mapToLong(stack -> SynthesizedApp.properties(stack, "AWS::IAM::Role").size())
            .sum();
    assertThat(rows().stream().map(row -> row.get(0) + row.get(1)).distinct()).hasSize((int) roles);
  }

  private static List<List<String>> rows() {
    var rows = new ArrayList<List<String>>();
    for (var stack : EveryStackTest.STACKS) {
      if (stack.startsWith(ENVIRONMENT)) {
        roles(stack)
            .forEach(
                (role, statements) -> statements.forEach(it -> rows.add(row(stack, role, it))));
      }
    }
    return rows;
  }

  /** Statements by role, those of policies that are attached included. */
  private static Map<String, List<JsonNode>> roles(String stack) {
    var roles = new TreeMap<String, List<JsonNode>>();
    for (var resource : SynthesizedApp.resources(stack)) {
      var type = resource.getValue().path("Type").asText();
      var properties = resource.getValue().path("Properties");
      if (type.equals("AWS::IAM::Role")) {
        for (var policy : properties.path("Policies")) {
          add(roles, resource.getKey(), policy.path("PolicyDocument"));
        }
      } else if (type.equals("AWS::IAM::Policy")) {
        for (var role : properties.path("Roles")) {
          add(roles, role.path("Ref").asText(), properties.path("PolicyDocument"));
        }
      }
    }
    return roles;
  }

  private static void add(Map<String, List<JsonNode>> roles, String role, JsonNode document) {
    document
        .path("Statement")
        .forEach(it -> roles.computeIfAbsent(role, _ -> new ArrayList<>()).add(it));
  }

  private static List<String> row(String stack, String role, JsonNode statement) {
    return List.of(
        stack.substring(ENVIRONMENT.length()),
        role.replaceFirst("(Role)?[0-9A-F]{8}$", ""),
        String.join(", ", texts(statement.path("Action"))),
        String.join(", ", texts(statement.path("Resource"))),
        condition(statement.path("Condition")));
  }

  /** A condition as {@code key = values}, whichever operator compares them. */
  private static String condition(JsonNode condition) {
    var all = new TreeSet<String>();
    for (var operator : condition) {
      for (var key : operator.properties()) {
        all.add("`" + key.getKey() + "` = " + String.join(", ", texts(key.getValue())));
      }
    }
    return String.join(" and ", all);
  }

  private static Set<String> texts(JsonNode oneOrMore) {
    var texts = new TreeSet<String>();
    if (oneOrMore.isArray()) {
      oneOrMore.forEach(one -> texts.add("`" + text(one) + "`"));
    } else {
      texts.add("`" + text(oneOrMore) + "`");
    }
    return texts;
  }

  /** An ARN without what all have in common. */
  private static String text(JsonNode value) {
    return flat(value)
        .replaceFirst("^arn:[^:]*:([a-z0-9-]+):[^:]*:[^:]*:", "$1 ")
        .replace(ENVIRONMENT, "");
  }

  private static String flat(JsonNode value) {
    if (value.has("Fn::Join")) {
      var text = new StringBuilder();
      value.at("/Fn::Join/1").forEach(part -> text.append(flat(part)));
      return text.toString();
    }
    if (value.has("Fn::GetAtt")) {
      return value.at("/Fn::GetAtt/0").asText().replaceFirst("[0-9A-F]{8}$", "");
    }
    return value.has("Ref") ? value.path("Ref").asText().replace("AWS::", "") : value.asText();
  }
}

package ai.myrecruiter.picasso.workflows.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The statements of policy documents, each field of which may be one value or several. */
final class Statements {
  /**
   * One statement.
   *
   * @param actions what it is about, in lower case as IAM compares them
   * @param resources as text; functions of the template as their JSON
   * @param principals as text, {@code *} for anybody
   */
  record Statement(
      boolean allows,
      boolean inverted,
      Set<String> actions,
      Set<String> resources,
      Set<String> principals,
      JsonNode condition) {
    boolean anybody() {
      return principals.contains("*");
    }

    /** Whether this one grants all that another grants. */
    boolean covers(Statement other) {
      return allows
          && !inverted
          && !other.inverted
          && covers(actions, other.actions)
          && covers(resources, other.resources)
          && (condition.isMissingNode() || condition.equals(other.condition))
          && principals.containsAll(other.principals);
    }

    private static boolean covers(Set<String> wide, Set<String> narrow) {
      return narrow.stream()
          .allMatch(one -> wide.stream().anyMatch(pattern -> Wildcards.covers(pattern, one)));
    }
  }

  private Statements() {}

  static List<Statement> of(JsonNode document) {
    var found = new ArrayList<Statement>();
    each(document.path("Statement")).forEach(it -> found.add(statement(it)));
    return found;
  }

  private static Statement statement(JsonNode it) {
    boolean inverted = it.has("NotAction") || it.has("NotResource") || it.has("NotPrincipal");
    var actions = new TreeSet<String>();
    texts(it.path("Action")).forEach(action -> actions.add(action.toLowerCase(Locale.ROOT)));
    return new Statement(
        it.path("Effect").asText().equals("Allow"),
        inverted,
        actions,
        texts(it.path("Resource")),
        principals(it.path("Principal")),
        it.path("Condition"));
  }

  private static Set<String> principals(JsonNode principal) {
    if (!principal.isObject()) {
      return texts(principal);
    }
    var all = new TreeSet<String>();
    principal.properties().forEach(it -> all.addAll(texts(it.getValue())));
    return all;
  }

  private static Set<String> texts(JsonNode oneOrMany) {
    var texts = new TreeSet<String>();
    each(oneOrMany).forEach(it -> texts.add(it.isValueNode() ? it.asText() : it.toString()));
    return texts;
  }

  private static List<JsonNode> each(JsonNode oneOrMany) {
    if (oneOrMany.isMissingNode()) {
      return List.of();
    }
    return oneOrMany.isArray() ? oneOrMany.valueStream().toList() : List.of(oneOrMany);
  }
}

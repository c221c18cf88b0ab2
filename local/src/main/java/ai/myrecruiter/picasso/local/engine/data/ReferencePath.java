package ai.myrecruiter.picasso.local.engine.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A path that names exactly one place, as ResultPath needs it: {@code $.a['b'][0]}.
 *
 * @param text the path as it was written
 * @param steps from the outside in
 */
public record ReferencePath(String text, List<Step> steps) {
  private static final Pattern STEP =
      Pattern.compile(
          "\\.([^.\\[\\]()*@?,:'\"\\s]+)|\\['([^']+)'\\]|\\[\"([^\"]+)\"\\]|\\[(\\d{1,9})\\]");

  /** The whole input. */
  public static final ReferencePath ROOT = new ReferencePath("$", List.of());

  /** One step into a value. */
  public sealed interface Step {
    /** Into a field of an object. */
    record Field(String name) implements Step {}

    /** Into an element of an array. */
    record Element(int index) implements Step {}
  }

  /** Keeps the steps from change. */
  public ReferencePath {
    steps = List.copyOf(steps);
  }

  /**
   * Reads a path.
   *
   * @throws IllegalArgumentException when the text is not a path to exactly one place
   */
  public static ReferencePath parse(String text) {
    if (!text.startsWith("$") || text.startsWith("$$")) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a Reference Path: it must start with one $");
    }
    var steps = new ArrayList<Step>();
    var matcher = STEP.matcher(text).region(1, text.length());
    while (matcher.lookingAt()) {
      steps.add(step(matcher.group(1), matcher.group(2), matcher.group(3), matcher.group(4)));
      matcher.region(matcher.end(), text.length());
    }
    if (matcher.regionStart() != text.length()) {
      throw new IllegalArgumentException(
          "'%s' is not a Reference Path: '%s' may name more or less than one place; use only .name, ['name'] and [0]"
              .formatted(text, text.substring(matcher.regionStart())));
    }
    return new ReferencePath(text, steps);
  }

  private static Step step(
      @Nullable String dotted,
      @Nullable String quoted,
      @Nullable String doubleQuoted,
      @Nullable String index) {
    if (index != null) {
      return new Step.Element(Integer.parseInt(index));
    }
    var name = dotted != null ? dotted : quoted != null ? quoted : doubleQuoted;
    return new Step.Field(String.valueOf(name));
  }

  /**
   * The target with a value at this path; missing objects on the way are made. The target itself
   * stays as it is.
   *
   * @throws DataFailure when the target has something else than an object or array on the way
   */
  public JsonNode place(JsonNode target, JsonNode value) {
    return place(target, value, 0);
  }

  /** What is at this path, or nothing. */
  Optional<JsonNode> find(JsonNode document) {
    JsonNode at = document;
    for (var step : steps) {
      at =
          switch (step) {
            case Step.Field(String name) -> at.path(name);
            case Step.Element(int index) -> at.path(index);
          };
    }
    return at.isMissingNode() ? Optional.empty() : Optional.of(at);
  }

  private JsonNode place(JsonNode target, JsonNode value, int depth) {
    if (depth == steps.size()) {
      return value;
    }
    return switch (steps.get(depth)) {
      case Step.Field(String name) -> intoObject(target, name, value, depth);
      case Step.Element(int index) -> intoArray(target, index, value, depth);
    };
  }

  private JsonNode intoObject(JsonNode target, String name, JsonNode value, int depth) {
    if (!target.isObject() && !(depth > 0 && target.isMissingNode())) {
      throw misfit(target);
    }
    ObjectNode copy = JsonNodeFactory.instance.objectNode();
    if (target instanceof ObjectNode object) {
      copy.setAll(object);
    }
    copy.set(name, place(copy.path(name), value, depth + 1));
    return copy;
  }

  private JsonNode intoArray(JsonNode target, int index, JsonNode value, int depth) {
    if (!(target instanceof ArrayNode array) || index >= array.size()) {
      throw misfit(target);
    }
    ArrayNode copy = JsonNodeFactory.instance.arrayNode(array.size()).addAll(array);
    copy.set(index, place(array.path(index), value, depth + 1));
    return copy;
  }

  private DataFailure misfit(JsonNode target) {
    return DataFailure.resultPath(
        "Unable to apply ReferencePath " + text + " to input " + Json.write(target));
  }
}

package ai.myrecruiter.picasso.statemachines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the machines from the class path, as the stage and the templates do. */
final class Machines {
  static final List<String> NAMES = List.of("rollout", "rollback", "health-validation");
  private static final JsonMapper JSON = new JsonMapper();

  private Machines() {}

  static JsonNode definition(String machine) {
    return read("/statemachines/" + machine + ".asl.json");
  }

  static JsonNode inputSchema(String machine) {
    return read("/statemachines/schemas/" + machine + ".input.schema.json");
  }

  private static JsonNode read(String resource) {
    try (var in = Machines.class.getResourceAsStream(resource)) {
      return JSON.readTree(
          Optional.ofNullable(in)
              .orElseThrow(() -> new IllegalStateException("missing " + resource)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every state of a machine by name, those of its branches too. */
  static Map<String, JsonNode> states(String machine) {
    var states = new LinkedHashMap<String, JsonNode>();
    collect(definition(machine), states);
    return states;
  }

  /** One state of a machine. */
  static JsonNode state(String machine, String name) {
    return Optional.ofNullable(states(machine).get(name))
        .orElseThrow(() -> new AssertionError(machine + " has no state " + name));
  }

  private static void collect(JsonNode scope, Map<String, JsonNode> states) {
    for (var entry : scope.path("States").properties()) {
      states.put(entry.getKey(), entry.getValue());
      entry.getValue().path("Branches").forEach(branch -> collect(branch, states));
    }
  }

  /** The Task states of all machines as "machine/state" and state. */
  static Stream<Map.Entry<String, JsonNode>> tasks() {
    return NAMES.stream()
        .flatMap(machine ->
            states(machine).entrySet().stream()
                .filter(state -> state.getValue().path("Type").asText().equals("Task"))
                .map(state -> Map.entry(machine + "/" + state.getKey(), state.getValue())));
  }

  /** Every text anywhere in a tree. */
  static List<String> texts(JsonNode node) {
    var texts = new ArrayList<String>();
    if (node.isTextual()) {
      texts.add(node.asText());
    }
    node.forEach(child -> texts.addAll(texts(child)));
    return texts;
  }
}

package ai.myrecruiter.picasso.infra.artifact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A definition from the folder {@code statemachines}, and what it leaves to be filled in.
 *
 * @param name name of the file without {@code .asl.json}, such as {@code health-validation}
 * @param text the definition on one line
 * @param substitutions names of its {@code ${...}}
 * @param tasks the Lambda functions its states call
 */
public record StateMachineDefinition(
    String name, String text, SortedSet<String> substitutions, List<TaskState> tasks) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern SUBSTITUTION = Pattern.compile("\\$\\{([^}]*)}");

  /**
   * A state that calls a Lambda function.
   *
   * @param state name of the state
   * @param substitution what stands for the function's ARN
   * @param timeoutSeconds how long the state waits for the function; 0 when it waits for a callback
   */
  public record TaskState(String state, String substitution, int timeoutSeconds) {}

  /** Copies what can change. */
  public StateMachineDefinition {
    substitutions = Collections.unmodifiableSortedSet(new TreeSet<>(substitutions));
    tasks = List.copyOf(tasks);
  }

  /**
   * Reads a definition.
   *
   * @param folder the folder {@code statemachines}
   * @throws IllegalStateException when the file is missing or no JSON, naming file and fix
   */
  public static StateMachineDefinition read(Path folder, String name) {
    var file = folder.resolve(name + ".asl.json");
    if (!Files.isRegularFile(file)) {
      throw new IllegalStateException(
          "statemachines/%s.asl.json: no such file; every machine of the workflows stack needs one"
              .formatted(name));
    }
    var root = parse(file, name);
    var text = root.toString();
    var substitutions = new TreeSet<String>();
    SUBSTITUTION.matcher(text).results().forEach(match -> substitutions.add(match.group(1)));
    var tasks = new ArrayList<TaskState>();
    collect(root, tasks);
    return new StateMachineDefinition(name, text, substitutions, tasks);
  }

  private static JsonNode parse(Path file, String name) {
    try {
      return JSON.readTree(Files.readString(file));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "statemachines/%s.asl.json is not JSON at line %d: %s"
              .formatted(name, e.getLocation().getLineNr(), e.getOriginalMessage()),
          e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void collect(JsonNode machine, List<TaskState> tasks) {
    for (var state : machine.path("States").properties()) {
      var function = SUBSTITUTION.matcher(functionName(state.getValue()));
      if (function.matches()) {
        int timeout = state.getValue().path("TimeoutSeconds").asInt(0);
        tasks.add(new TaskState(state.getKey(), function.group(1), timeout));
      }
      state.getValue().path("Branches").forEach(branch -> collect(branch, tasks));
      collect(state.getValue().path("ItemProcessor"), tasks);
    }
  }

  private static String functionName(JsonNode state) {
    return state.path("Parameters").path("FunctionName").asText("");
  }
}

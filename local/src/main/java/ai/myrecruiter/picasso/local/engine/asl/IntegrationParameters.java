package ai.myrecruiter.picasso.local.engine.asl;

import ai.myrecruiter.picasso.local.engine.data.DataFailure;
import ai.myrecruiter.picasso.local.engine.data.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fields that an integration takes. The service checks their names twice: those that a
 * definition writes when the state machine is made, and all of them when the task starts. Source:
 * the developer guide, "Invoke an AWS Lambda function" and "Start a new state machine".
 *
 * @param known by name
 * @param required the one that must be there
 */
public record IntegrationParameters(Set<String> known, String required) {
  private static final Map<String, IntegrationParameters> OF_ACTIONS =
      Map.of(
          "lambda:invoke",
          new IntegrationParameters(
              Set.of(
                  "FunctionName",
                  "InvocationType",
                  "LogType",
                  "ClientContext",
                  "Payload",
                  "Qualifier"),
              "FunctionName"),
          "states:startExecution",
          new IntegrationParameters(
              Set.of("StateMachineArn", "Input", "Name", "TraceHeader"), "StateMachineArn"));

  /** Keeps the names from change. */
  public IntegrationParameters {
    known = Set.copyOf(known);
  }

  /** Those of a resource, or nothing for one whose fields the engine does not know. */
  public static Optional<IntegrationParameters> of(Resource resource) {
    return switch (resource) {
      case Resource.Function _ -> Optional.empty();
      case Resource.Integration(var service, var action, _) ->
          Optional.ofNullable(OF_ACTIONS.get(service + ":" + action));
    };
  }

  /** What is wrong with the names of some fields. */
  List<String> problems(Collection<String> names) {
    var problems = new ArrayList<String>();
    if (!names.contains(required)) {
      problems.add("The field '%s' is required but was missing".formatted(required));
    }
    for (var name : names) {
      if (!known.contains(name)) {
        problems.add("The field \"%s\" is not supported by Step Functions".formatted(name));
      }
    }
    return problems;
  }

  /**
   * Checks the fields with which a task is to start.
   *
   * @throws DataFailure with all that is wrong
   */
  public void check(JsonNode parameters) {
    var problems = problems(parameters.properties().stream().map(Map.Entry::getKey).toList());
    if (!problems.isEmpty()) {
      throw DataFailure.runtime(
          "The Parameters '%s' could not be used to start the Task: [%s]"
              .formatted(Json.write(parameters), String.join(", ", problems)));
    }
  }
}

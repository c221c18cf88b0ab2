package ai.myrecruiter.picasso.local.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A stack whose template was found good.
 *
 * @param conditions value of every condition
 * @param resources in the order in which they are made
 * @param outputs of the stack, without those whose condition is false
 */
record PlannedStack(
    StackTemplate source,
    StackValues values,
    Map<String, Boolean> conditions,
    List<PlannedResource> resources,
    List<PlannedOutput> outputs) {
  PlannedStack {
    conditions = Map.copyOf(conditions);
    resources = List.copyOf(resources);
    outputs = List.copyOf(outputs);
  }

  /**
   * A value that a stack shows.
   *
   * @param value as the template has it
   * @param export name under which later stacks can import it
   */
  record PlannedOutput(String name, JsonNode value, String path, Optional<String> export) {}

  /** Evaluates parts of the template when their resources exist, or as if they did. */
  Evaluator evaluator(Names names, Findings findings) {
    return new Evaluator(names, source.template().path("Mappings"), conditions, findings);
  }
}

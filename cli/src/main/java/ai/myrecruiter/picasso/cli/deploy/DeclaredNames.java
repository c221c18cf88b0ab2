package ai.myrecruiter.picasso.cli.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What the templates of the stacks that are there call their resources. */
record DeclaredNames(List<StackPlan> plans) {

  /**
   * Values of a property of all resources of a type, sorted; those that are no plain text are left
   * out.
   */
  List<String> of(String type, String property) {
    return plans.stream()
        .flatMap(plan -> plan.template().path("Resources").valueStream())
        .filter(resource -> resource.path("Type").asText().equals(type))
        .map(resource -> resource.path("Properties").path(property))
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText)
        .sorted()
        .toList();
  }
}

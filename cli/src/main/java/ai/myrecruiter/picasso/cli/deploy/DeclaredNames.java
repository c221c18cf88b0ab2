package ai.myrecruiter.picasso.cli.deploy;

import ai.myrecruiter.picasso.tasks.deployment.StackView;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What the templates of the stacks that are there call their resources. */
final class DeclaredNames {
  private final Session session;
  private final List<StackPlan> plans;

  DeclaredNames(Session session, List<StackPlan> plans) {
    this.session = session;
    this.plans = plans;
  }

  /**
   * Values of a property of all resources of a type, sorted; those that are no plain text are left
   * out.
   */
  List<String> of(String type, String property) {
    return plans.stream()
        .filter(plan -> plan.now().filter(stack -> !StackStateChecks.failed(stack)).isPresent())
        .flatMap(plan ->
            new StackView(session.account().cloudFormation(), plan.name())
                .template()
                .path("Resources")
                .valueStream())
        .filter(resource -> resource.path("Type").asText().equals(type))
        .map(resource -> resource.path("Properties").path(property))
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText)
        .sorted()
        .toList();
  }
}

package ai.myrecruiter.picasso.workflows.cost;

import ai.myrecruiter.picasso.workflows.Finding;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A resource of a template.
 *
 * @param stack that has it
 * @param id its logical id
 * @param type such as {@code AWS::Lambda::Function}
 * @param properties as the template has them
 */
public record TemplateResource(String stack, String id, String type, JsonNode properties) {
  /** The resources of a template, in its order. */
  public static List<TemplateResource> of(String stack, JsonNode template) {
    return template.path("Resources").properties().stream()
        .map(entry ->
            new TemplateResource(
                stack,
                entry.getKey(),
                entry.getValue().path("Type").asText(),
                entry.getValue().path("Properties")))
        .toList();
  }

  String text(String property) {
    return properties.path(property).asText();
  }

  /** Something about it that the estimate cannot price. */
  Finding finding(String property, String value, String rule, String fix) {
    return new Finding(
        "%s/%s%s".formatted(stack, id, property.isEmpty() ? "" : "." + property), value, rule, fix);
  }
}

package ai.myrecruiter.picasso.workflows.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;

/**
 * A CloudFormation template with the values of its parameters, as far as rules look at it: {@code
 * Ref} of a parameter is its value, every other function is left as it is and compared as such.
 */
public final class Template {
  /** The template of a stack that does not exist. */
  public static final Template NONE = new Template(MissingNode.getInstance(), Map.of());

  private final JsonNode declared;
  private final JsonNode resources;

  /** A template and the values of its parameters by name. */
  public Template(JsonNode template, Map<String, String> parameters) {
    this.declared = template.path("Resources");
    this.resources = resolve(declared, parameters);
  }

  private static JsonNode resolve(JsonNode node, Map<String, String> parameters) {
    if (node.isObject()) {
      var value = node.size() == 1 ? parameters.get(node.path("Ref").asText()) : null;
      if (value != null) {
        return TextNode.valueOf(value);
      }
      var object = JsonNodeFactory.instance.objectNode();
      node.properties().forEach(it -> object.set(it.getKey(), resolve(it.getValue(), parameters)));
      return object;
    }
    if (node.isArray()) {
      var array = JsonNodeFactory.instance.arrayNode();
      node.forEach(it -> array.add(resolve(it, parameters)));
      return array;
    }
    return node;
  }

  /** All resources, by logical id. */
  public Iterable<Map.Entry<String, JsonNode>> resources() {
    return resources.properties();
  }

  /** A resource; a missing node when the template has none of the name. */
  public JsonNode resource(String logicalId) {
    return resources.path(logicalId);
  }

  /** The properties of a resource; a missing node when there are none. */
  public JsonNode properties(String logicalId) {
    return resource(logicalId).path("Properties");
  }

  /** A property as the template declares it, parameters unresolved. */
  public JsonNode declared(String logicalId, String property) {
    return declared.path(logicalId).path("Properties").path(property);
  }
}

package ai.myrecruiter.picasso.workflows.cost;

import java.util.List;
import java.util.Optional;

/**
 * All stacks of an environment.
 *
 * @param resources of all stacks
 */
public record Template(List<TemplateResource> resources) {
  static final String FUNCTION = "AWS::Lambda::Function";
  private static final int SMALLEST = 128;

  /** Copies the resources. */
  public Template {
    resources = List.copyOf(resources);
  }

  List<TemplateResource> ofType(String type) {
    return resources.stream().filter(resource -> resource.type().equals(type)).toList();
  }

  /** The functions of the product's tasks: those that serve no client. */
  List<TemplateResource> tasks() {
    return ofType(FUNCTION).stream().filter(function -> !isPayload(function)).toList();
  }

  /** The function of the payload with a name that ends so. */
  Optional<TemplateResource> payload(String name) {
    return ofType(FUNCTION).stream()
        .filter(function -> isPayload(function) && function.text("FunctionName").endsWith(name))
        .findFirst();
  }

  /** The function that a target names, by name or by reference. */
  Optional<TemplateResource> target(String target) {
    return ofType(FUNCTION).stream()
        .filter(function ->
            target.contains(":function:" + function.text("FunctionName") + "\"")
                || target.contains("\"" + function.id() + "\""))
        .findFirst();
  }

  /** The memory of the largest task, in MB. */
  int taskMemory() {
    return tasks().stream().mapToInt(Template::memory).max().orElse(SMALLEST);
  }

  static int memory(TemplateResource function) {
    return function.properties().path("MemorySize").asInt(SMALLEST);
  }

  private static boolean isPayload(TemplateResource function) {
    return function.properties().path("Environment").path("Variables").has("PICASSO_MODEL_ID");
  }
}

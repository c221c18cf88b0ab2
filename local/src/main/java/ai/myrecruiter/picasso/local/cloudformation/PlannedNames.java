package ai.myrecruiter.picasso.local.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Names while nothing exists yet: what a resource will be called is unknown, that it will be is
 * not. Remembers which resources were asked for, because those must be made first.
 */
final class PlannedNames implements Names {
  private final StackValues values;
  private final Map<String, ResourceType> resources;
  private final Set<String> exports;
  private final Set<String> asked = new LinkedHashSet<>();

  /**
   * Prepares a plan.
   *
   * @param resources type of every resource that will be made, by logical id
   * @param exports names that earlier stacks export
   */
  PlannedNames(StackValues values, Map<String, ResourceType> resources, Set<String> exports) {
    this.values = values;
    this.resources = resources;
    this.exports = exports;
  }

  @Override
  public Optional<JsonNode> ref(String name) {
    return values.find(name).or(() -> resources.containsKey(name) ? ask(name) : Optional.empty());
  }

  @Override
  public Optional<JsonNode> attribute(String logicalId, String attribute) {
    var type = resources.get(logicalId);
    return type != null && type.attributes().contains(attribute)
        ? ask(logicalId)
        : Optional.empty();
  }

  @Override
  public Optional<JsonNode> exported(String name) {
    return exports.contains(name) ? Optional.of(Unknown.VALUE) : Optional.empty();
  }

  private Optional<JsonNode> ask(String logicalId) {
    asked.add(logicalId);
    return Optional.of(Unknown.VALUE);
  }

  /** The resources asked for since the last call. */
  Set<String> takeAsked() {
    var taken = new LinkedHashSet<>(asked);
    asked.clear();
    return taken;
  }
}

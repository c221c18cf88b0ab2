package ai.myrecruiter.picasso.local.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Names before an update: what stays is known, what will be made or replaced is not. Remembers the
 * resources by which a value may change though the template says the same.
 */
final class ChangedNames implements Names {
  private final PlannedNames planned;
  private final StackValues values;
  private final Map<String, Created> staying = new LinkedHashMap<>();
  private final Set<String> changing = new LinkedHashSet<>();
  private final Set<String> asked = new LinkedHashSet<>();
  private final Map<String, String> exports;

  ChangedNames(PlannedNames planned, StackValues values, Map<String, String> exports) {
    this.planned = planned;
    this.values = values;
    this.exports = exports;
  }

  /** A resource keeps its physical id; whether its attributes may change is said too. */
  void stays(String logicalId, Created created, boolean changes) {
    staying.put(logicalId, created);
    if (changes) {
      changing.add(logicalId);
    }
  }

  @Override
  public Optional<JsonNode> ref(String name) {
    return values
        .find(name)
        .or(() -> known(name).map(it -> TextNode.valueOf(it.physicalId())))
        .or(() -> unknown(name, planned.ref(name)));
  }

  @Override
  public Optional<JsonNode> attribute(String logicalId, String attribute) {
    if (changing.contains(logicalId)) {
      asked.add(logicalId + "." + attribute);
    }
    return known(logicalId)
        .flatMap(it -> Optional.ofNullable(it.attributes().get(attribute)))
        .<JsonNode>map(TextNode::valueOf)
        .or(() -> unknown(logicalId + "." + attribute, planned.attribute(logicalId, attribute)));
  }

  @Override
  public Optional<JsonNode> exported(String name) {
    return Optional.ofNullable(exports.get(name)).map(TextNode::valueOf);
  }

  private Optional<Created> known(String logicalId) {
    return Optional.ofNullable(staying.get(logicalId));
  }

  private Optional<JsonNode> unknown(String name, Optional<JsonNode> value) {
    value.ifPresent(it -> asked.add(name));
    return value;
  }

  /** What made values uncertain since the last call. */
  Set<String> takeAsked() {
    var taken = new LinkedHashSet<>(asked);
    asked.clear();
    return taken;
  }
}

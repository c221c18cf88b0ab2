package ai.myrecruiter.picasso.local.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Optional;

/**
 * Names while resources are made.
 *
 * @param created what was made so far in this stack, by logical id; grows
 * @param exports what earlier stacks export
 */
record LiveNames(StackValues values, Map<String, Created> created, Map<String, String> exports)
    implements Names {
  @Override
  public Optional<JsonNode> ref(String name) {
    return values.find(name).or(() -> text(created(name).map(Created::physicalId)));
  }

  @Override
  public Optional<JsonNode> attribute(String logicalId, String attribute) {
    return text(
        created(logicalId).flatMap(it -> Optional.ofNullable(it.attributes().get(attribute))));
  }

  @Override
  public Optional<JsonNode> exported(String name) {
    return text(Optional.ofNullable(exports.get(name)));
  }

  private Optional<Created> created(String logicalId) {
    return Optional.ofNullable(created.get(logicalId));
  }

  private static Optional<JsonNode> text(Optional<String> value) {
    return value.map(TextNode::valueOf);
  }
}

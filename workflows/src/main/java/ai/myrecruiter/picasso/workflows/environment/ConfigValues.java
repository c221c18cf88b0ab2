package ai.myrecruiter.picasso.workflows.environment;

import ai.myrecruiter.picasso.workflows.contract.NumberText;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Collectors;

/** A tree as values by path. */
final class ConfigValues {
  private ConfigValues() {}

  static void flatten(String path, JsonNode node, Map<String, String> values) {
    if (node.isObject()) {
      for (var field : node.properties()) {
        flatten(
            path.isEmpty() ? field.getKey() : path + "." + field.getKey(),
            field.getValue(),
            values);
      }
    } else if (node.isArray()) {
      values.put(path, node.isEmpty() ? "none" : items(node));
    } else if (node.isNumber()) {
      values.put(path, NumberText.format(node.doubleValue()));
    } else {
      values.put(path, node.asText());
    }
  }

  private static String items(JsonNode list) {
    return list.valueStream()
        .map(item -> item.isValueNode() ? item.asText() : item.toString())
        .collect(Collectors.joining(", "));
  }
}

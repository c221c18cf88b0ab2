package ai.myrecruiter.picasso.local.cloudformation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A stack whose resources exist.
 *
 * @param resources by logical id, in the order in which they were made
 * @param outputs by name
 */
public record ProvisionedStack(
    String name, Map<String, Created> resources, Map<String, String> outputs) {
  /** Copies the maps, in their order. */
  public ProvisionedStack {
    resources = Collections.unmodifiableMap(new LinkedHashMap<>(resources));
    outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
  }

  /**
   * The value of an output.
   *
   * @throws IllegalArgumentException when the stack has none of the name
   */
  public String output(String output) {
    var value = outputs.get(output);
    if (value == null) {
      throw new IllegalArgumentException(
          "output %s: stack %s has only %s".formatted(output, name, outputs.keySet()));
    }
    return value;
  }
}

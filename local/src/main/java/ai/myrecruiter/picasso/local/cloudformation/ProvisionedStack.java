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
   * A resource.
   *
   * @throws IllegalArgumentException when the stack has none of the logical id
   */
  public Created resource(String logicalId) {
    return find("resource", resources, logicalId);
  }

  /**
   * The value of an output.
   *
   * @throws IllegalArgumentException when the stack has none of the name
   */
  public String output(String output) {
    return find("output", outputs, output);
  }

  private <T> T find(String kind, Map<String, T> all, String wanted) {
    var found = all.get(wanted);
    if (found == null) {
      throw new IllegalArgumentException(
          "%s %s: stack %s has only %s".formatted(kind, wanted, name, all.keySet()));
    }
    return found;
  }
}

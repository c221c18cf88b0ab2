package ai.myrecruiter.picasso.local.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * A resource that will be made.
 *
 * @param properties as the template has them, functions included
 * @param path where it is, for findings
 * @param after logical ids of resources that must exist before
 */
record PlannedResource(
    String logicalId, ResourceType type, JsonNode properties, String path, Set<String> after) {
  PlannedResource {
    after = Set.copyOf(after);
  }
}

package ai.myrecruiter.picasso.local.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A resource of a stack as it was last made or changed.
 *
 * @param type what it is
 * @param request the properties that it has
 * @param created its names
 * @param declared the resource as the template has it
 */
record StackResource(
    ResourceType type, ResourceRequest request, Created created, JsonNode declared) {
  String logicalId() {
    return request.logicalId();
  }

  /** Whether it stays when it leaves the template, or when its stack goes. */
  boolean retained() {
    return declared.path("DeletionPolicy").asText().startsWith("Retain");
  }

  /** Whether it stays when another takes its place. */
  boolean retainedWhenReplaced() {
    return declared.path("UpdateReplacePolicy").asText().equals("Retain");
  }

  /** The same resource with new properties. */
  StackResource with(ResourceRequest newRequest, Created newCreated, JsonNode newDeclared) {
    return new StackResource(type, newRequest, newCreated, newDeclared);
  }
}

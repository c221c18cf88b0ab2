package ai.myrecruiter.picasso.workflows.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * A resource before and after, as a rule sees it.
 *
 * @param change what the change set says
 * @param before the resource in the template of the stack; a missing node when it is new
 * @param after the resource in the template that comes; a missing node when it is removed
 * @param context what else there is
 */
record Reviewed(ResourceChange change, JsonNode before, JsonNode after, ReviewContext context) {
  boolean is(String type) {
    return change.type().equals(type);
  }

  JsonNode old(String property) {
    return before.path("Properties").path(property);
  }

  JsonNode now(String property) {
    return after.path("Properties").path(property);
  }

  boolean removed() {
    return change.action() == ChangeAction.REMOVE;
  }

  boolean added() {
    return change.action() == ChangeAction.ADD;
  }

  boolean changes(String property) {
    return !removed() && !added() && !old(property).equals(now(property));
  }

  Optional<Risk> risk(String rule, Severity severity, String property, String reason) {
    return Optional.of(
        new Risk(rule, severity, change.logicalId(), change.type(), property, reason));
  }
}

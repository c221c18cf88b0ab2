package ai.myrecruiter.picasso.local.cloudformation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.cloudformation.model.ResourceStatus;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/** A stack and all that happened to it; to be used on the event loop only. */
final class LiveStack {
  /** Where a resource is. */
  record ResourceState(
      String type, String physicalId, ResourceStatus status, String reason, Instant at) {}

  /** A look for drift. */
  record DriftLook(boolean drifted, Instant at) {}

  final String name;
  final String id;
  final Instant created;
  final Map<String, StackResource> resources = new LinkedHashMap<>();
  final Map<String, ResourceState> states = new LinkedHashMap<>();
  final Map<String, LiveChangeSet> changeSets = new LinkedHashMap<>();
  final List<StackEvent> events = new ArrayList<>();
  StackStatus status = StackStatus.REVIEW_IN_PROGRESS;
  String reason = "";
  Optional<Instant> updated = Optional.empty();
  Optional<Instant> deleted = Optional.empty();
  Optional<PlannedStack> plan = Optional.empty();
  Map<String, String> outputs = Map.of();
  String token = "";
  boolean protectedFromDeletion;

  /** Logical ids of resources that somebody changed past CloudFormation, by a drill. */
  final Set<String> drift = new HashSet<>();

  /** When somebody looked for drift last, and whether there was any. */
  Optional<DriftLook> driftLook = Optional.empty();

  /** What is being done to it, or was done last. */
  Optional<StackRun> run = Optional.empty();

  /** What is left of a rollback that failed. */
  Optional<StackRun> unfinished = Optional.empty();

  LiveStack(String name, String id, Instant created) {
    this.name = name;
    this.id = id;
    this.created = created;
  }

  /** The template of its last finished creation or update. */
  StackTemplate template() {
    return plan.map(PlannedStack::source).orElseThrow(() -> StackErrors.noStack(name));
  }

  boolean inProgress() {
    return status.toString().endsWith("_IN_PROGRESS");
  }

  /** Whether an update may begin. */
  boolean updatable() {
    return switch (status) {
      case CREATE_COMPLETE, UPDATE_COMPLETE, UPDATE_ROLLBACK_COMPLETE -> true;
      default -> false;
    };
  }

  /** Notes a status of the stack itself. */
  void become(StackStatus next, String why, Instant at) {
    status = next;
    reason = why;
    event(name, id, "AWS::CloudFormation::Stack", next.toString(), why, at);
  }

  /** Notes a status of a resource. */
  void resource(
      String logicalId, String type, String physicalId, ResourceStatus is, String why, Instant at) {
    states.put(logicalId, new ResourceState(type, physicalId, is, why, at));
    event(logicalId, physicalId, type, is.toString(), why, at);
  }

  private void event(
      String logicalId, String physicalId, String type, String is, String why, Instant at) {
    events.add(
        StackEvent.builder()
            .eventId("%s-%s-%06d".formatted(logicalId, is, events.size()))
            .stackId(id)
            .stackName(name)
            .logicalResourceId(logicalId)
            .physicalResourceId(physicalId)
            .resourceType(type)
            .timestamp(at)
            .resourceStatus(is)
            .resourceStatusReason(why.isEmpty() ? null : why)
            .clientRequestToken(token.isEmpty() ? null : token)
            .build());
  }
}

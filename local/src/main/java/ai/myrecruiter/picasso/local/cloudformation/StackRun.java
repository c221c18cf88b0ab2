package ai.myrecruiter.picasso.local.cloudformation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.cloudformation.model.ResourceStatus;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/**
 * One creation, update or deletion of a stack, resource by resource over the stage's clock; what
 * fails is rolled back as CloudFormation does.
 */
final class StackRun {
  /** How a resource that was touched is put back. */
  private record Undo(String logicalId, Optional<StackResource> before, StackResource after) {
    boolean replaced() {
      return before
          .map(it -> !it.created().physicalId().equals(after.created().physicalId()))
          .orElse(true);
    }
  }

  private final LiveStack stack;
  private final PlannedStack plan;
  private final ResourceSteps steps;
  private final Runnable finished;
  private final boolean creates;
  private final Deque<Undo> undo = new ArrayDeque<>();
  private final List<StackResource> leftovers = new ArrayList<>();
  private boolean cancelled;

  /**
   * Prepares a creation or an update.
   *
   * @param finished told when the new template is the stack's
   */
  StackRun(
      LiveStack stack, PlannedStack plan, ResourceSteps steps, boolean creates, Runnable finished) {
    this.stack = stack;
    this.plan = plan;
    this.steps = steps;
    this.creates = creates;
    this.finished = finished;
  }

  void begin() {
    become(
        creates ? StackStatus.CREATE_IN_PROGRESS : StackStatus.UPDATE_IN_PROGRESS,
        "User Initiated");
    forward(new ArrayDeque<>(plan.resources()));
  }

  /** Rolls back as soon as the resource at hand is done. */
  void cancel() {
    cancelled = true;
  }

  private void become(StackStatus status, String reason) {
    stack.become(status, reason, steps.now());
  }

  private void forward(Deque<PlannedResource> left) {
    if (cancelled) {
      fail("Resource update cancelled", List.of());
    } else if (left.isEmpty()) {
      complete();
    } else {
      var resource = left.removeFirst();
      try {
        make(resource, left);
      } catch (TemplateRefused refused) {
        fail(refused.sentence(), List.of(resource.logicalId()));
      }
    }
  }

  private void make(PlannedResource resource, Deque<PlannedResource> left) {
    var declared = plan.source().template().path("Resources").path(resource.logicalId());
    var request = steps.request(plan, stack, resource);
    var before = Optional.ofNullable(stack.resources.get(resource.logicalId()));
    if (before.isPresent() && before.get().request().properties().equals(request.properties())) {
      var same = before.get().with(request, before.get().created(), declared);
      stack.resources.put(resource.logicalId(), same);
      forward(left);
      return;
    }
    var kept = before.filter(it -> !steps.replaces(it, resource, request));
    var operation = kept.isPresent() ? ResourceOperation.UPDATE : ResourceOperation.CREATE;
    steps.run(
        stack,
        new StackResource(
            resource.type(),
            request,
            before.map(StackResource::created).orElse(new Created("", Map.of())),
            declared),
        operation,
        made -> {
          undo.push(new Undo(resource.logicalId(), before, made));
          stack.resources.put(resource.logicalId(), made);
          forward(left);
        },
        reason -> fail(reason, List.of(resource.logicalId())));
  }

  private void complete() {
    try {
      stack.outputs = steps.outputs(plan, stack);
    } catch (TemplateRefused refused) {
      fail(refused.sentence(), List.of());
      return;
    }
    stack.plan = Optional.of(plan);
    finished.run();
    if (creates) {
      become(StackStatus.CREATE_COMPLETE, "");
      return;
    }
    become(StackStatus.UPDATE_COMPLETE_CLEANUP_IN_PROGRESS, "");
    cleanUp(new ArrayDeque<>(surplus()), () -> become(StackStatus.UPDATE_COMPLETE, ""));
  }

  /** What the new template has no longer, and what was replaced. */
  private List<StackResource> surplus() {
    var surplus = new ArrayList<StackResource>();
    var kept = Set.copyOf(plan.resources().stream().map(PlannedResource::logicalId).toList());
    undo.forEach(it -> it.before().filter(old -> it.replaced()).ifPresent(surplus::add));
    for (var resource : new LinkedHashMap<>(stack.resources).values()) {
      if (!kept.contains(resource.logicalId())) {
        stack.resources.remove(resource.logicalId());
        surplus.addFirst(resource);
      }
    }
    return surplus;
  }

  /** A resource that cannot be removed is left behind; the stack is complete all the same. */
  private void cleanUp(Deque<StackResource> left, Runnable then) {
    if (left.isEmpty()) {
      then.run();
      return;
    }
    var resource = left.removeFirst();
    boolean replaced = stack.resources.containsKey(resource.logicalId());
    if (replaced ? resource.retainedWhenReplaced() : resource.retained()) {
      steps.skip(stack, resource);
      cleanUp(left, then);
    } else {
      steps.remove(stack, resource, () -> cleanUp(left, then), reason -> cleanUp(left, then));
    }
  }

  private void fail(String reason, List<String> failed) {
    var sentence =
        failed.isEmpty()
            ? reason
            : "The following resource(s) failed to %s: %s."
                .formatted(creates ? "create" : "update", failed);
    become(
        creates ? StackStatus.ROLLBACK_IN_PROGRESS : StackStatus.UPDATE_ROLLBACK_IN_PROGRESS,
        sentence + (creates ? " Rollback requested by user." : ""));
    if (creates) {
      var made = new ArrayDeque<StackResource>();
      stack.resources.values().forEach(made::push);
      removeAll(made, StackStatus.ROLLBACK_COMPLETE, StackStatus.ROLLBACK_FAILED);
    } else {
      goBack(Set.of());
    }
  }

  /** Removes resources; the retained stay. */
  void removeAll(Deque<StackResource> left, StackStatus well, StackStatus badly) {
    if (left.isEmpty()) {
      become(well, "");
      return;
    }
    var resource = left.removeFirst();
    if (resource.retained()) {
      steps.skip(stack, resource);
      stack.resources.remove(resource.logicalId());
      removeAll(left, well, badly);
      return;
    }
    steps.remove(
        stack,
        resource,
        () -> {
          stack.resources.remove(resource.logicalId());
          removeAll(left, well, badly);
        },
        reason ->
            become(
                badly,
                "The following resource(s) failed to delete: [%s]."
                    .formatted(resource.logicalId())));
  }

  /** Goes on with a rollback that failed, leaving resources as they are. */
  void continueRollback(Set<String> skipped) {
    stack.unfinished = Optional.empty();
    become(StackStatus.UPDATE_ROLLBACK_IN_PROGRESS, "User Initiated");
    goBack(skipped);
  }

  private void goBack(Set<String> skipped) {
    if (undo.isEmpty()) {
      become(StackStatus.UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS, "");
      cleanUp(new ArrayDeque<>(leftovers), () -> become(StackStatus.UPDATE_ROLLBACK_COMPLETE, ""));
      return;
    }
    var one = undo.pop();
    if (one.replaced()) {
      leftovers.add(one.after());
      one.before()
          .ifPresentOrElse(
              old -> stack.resources.put(one.logicalId(), old),
              () -> stack.resources.remove(one.logicalId()));
      goBack(skipped);
    } else if (skipped.contains(one.logicalId())) {
      steps.state(stack, one.after(), ResourceStatus.UPDATE_COMPLETE, "Skipped by user");
      goBack(skipped);
    } else {
      restore(one, skipped);
    }
  }

  private void restore(Undo one, Set<String> skipped) {
    var old = one.before().orElseThrow();
    steps.run(
        stack,
        old,
        ResourceOperation.UPDATE,
        restored -> {
          stack.resources.put(one.logicalId(), restored);
          goBack(skipped);
        },
        reason -> {
          undo.push(one);
          stack.unfinished = Optional.of(this);
          become(
              StackStatus.UPDATE_ROLLBACK_FAILED,
              "The following resource(s) failed to update: [%s].".formatted(one.logicalId()));
        });
  }
}

package ai.myrecruiter.picasso.local.cloudformation;

import ai.myrecruiter.picasso.local.loop.EventLoop;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.cloudformation.model.RequiresRecreation;
import software.amazon.awssdk.services.cloudformation.model.ResourceStatus;

/** Operations on single resources, each of which takes its time and leaves its events. */
final class ResourceSteps {
  private final EventLoop loop;
  private final StackPace pace;
  private final ResourceFaults faults;
  private final UpdateBehaviours behaviours;
  private final Map<String, String> exports;
  private final Uploads uploads;

  ResourceSteps(CloudFormation service, ResourceFaults faults) {
    this.loop = service.loop;
    this.pace = service.pace;
    this.faults = faults;
    this.behaviours = service.behaviours;
    this.exports = service.exports;
    this.uploads = service.uploads;
  }

  Instant now() {
    return loop.now();
  }

  /** The resource's properties, now that what it refers to exists. */
  ResourceRequest request(PlannedStack plan, LiveStack stack, PlannedResource resource) {
    var findings = new Findings();
    var properties =
        plan.evaluator(names(plan, stack), findings)
            .evaluate(resource.properties(), resource.path() + ".Properties");
    findings.refuse();
    return new ResourceRequest(
        plan.source(), resource.logicalId(), properties, plan.values().account(), uploads);
  }

  Map<String, String> outputs(PlannedStack plan, LiveStack stack) {
    var findings = new Findings();
    var evaluator = plan.evaluator(names(plan, stack), findings);
    var outputs = new LinkedHashMap<String, String>();
    plan.outputs()
        .forEach(it -> outputs.put(it.name(), evaluator.evaluate(it.value(), it.path()).asText()));
    findings.refuse();
    return outputs;
  }

  private LiveNames names(PlannedStack plan, LiveStack stack) {
    var created = new LinkedHashMap<String, Created>();
    stack.resources.forEach((id, resource) -> created.put(id, resource.created()));
    return new LiveNames(plan.values(), created, exports);
  }

  /** Whether another resource has to take the place of one. */
  boolean replaces(StackResource before, PlannedResource now, ResourceRequest request) {
    if (!before.type().name().equals(now.type().name())) {
      return true;
    }
    var all = new LinkedHashMap<String, Boolean>();
    before.request().properties().fieldNames().forEachRemaining(name -> all.put(name, true));
    request.properties().fieldNames().forEachRemaining(name -> all.put(name, true));
    return all.keySet().stream()
        .filter(name ->
            !before.request().properties().path(name).equals(request.properties().path(name)))
        .anyMatch(name -> behaviours.of(now.type().name(), name) != RequiresRecreation.NEVER);
  }

  /** Makes or changes a resource, then says what it is or why it failed. */
  void run(
      LiveStack stack,
      StackResource resource,
      ResourceOperation operation,
      Consumer<StackResource> done,
      Consumer<String> failed) {
    boolean creates = operation == ResourceOperation.CREATE;
    state(
        stack,
        resource,
        creates ? ResourceStatus.CREATE_IN_PROGRESS : ResourceStatus.UPDATE_IN_PROGRESS,
        "");
    loop.after(
        pace.resource(),
        () -> {
          StackResource made;
          try {
            faults.check(resource.type().name(), operation);
            made = perform(resource, creates);
          } catch (RuntimeException refusal) {
            var status = creates ? ResourceStatus.CREATE_FAILED : ResourceStatus.UPDATE_FAILED;
            state(stack, resource, status, reason(refusal));
            failed.accept(reason(refusal));
            return;
          }
          var status = creates ? ResourceStatus.CREATE_COMPLETE : ResourceStatus.UPDATE_COMPLETE;
          state(stack, made, status, "");
          done.accept(made);
        });
  }

  private static StackResource perform(StackResource resource, boolean creates) {
    var request = resource.request();
    var created =
        creates
            ? resource.type().create(request)
            : resource.type().update(request, resource.created());
    return resource.with(request, created, resource.declared());
  }

  /** Removes a resource. */
  void remove(LiveStack stack, StackResource resource, Runnable done, Consumer<String> failed) {
    state(stack, resource, ResourceStatus.DELETE_IN_PROGRESS, "");
    loop.after(
        pace.resource(),
        () -> {
          try {
            faults.check(resource.type().name(), ResourceOperation.DELETE);
            resource.type().delete(resource.request(), resource.created());
            state(stack, resource, ResourceStatus.DELETE_COMPLETE, "");
          } catch (RuntimeException refusal) {
            state(stack, resource, ResourceStatus.DELETE_FAILED, reason(refusal));
            failed.accept(reason(refusal));
            return;
          }
          done.run();
        });
  }

  /** Leaves a resource where it is, as its policy says. */
  void skip(LiveStack stack, StackResource resource) {
    state(stack, resource, ResourceStatus.DELETE_SKIPPED, "");
  }

  void state(LiveStack stack, StackResource resource, ResourceStatus status, String reason) {
    stack.resource(
        resource.logicalId(),
        resource.type().name(),
        resource.created().physicalId(),
        status,
        reason,
        now());
  }

  private static String reason(RuntimeException refusal) {
    var message = refusal.getMessage();
    return message == null ? refusal.getClass().getSimpleName() : message;
  }
}

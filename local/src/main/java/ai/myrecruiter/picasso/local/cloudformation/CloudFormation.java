package ai.myrecruiter.picasso.local.cloudformation;

import ai.myrecruiter.picasso.local.loop.EventLoop;
import ai.myrecruiter.picasso.local.sdk.Ids;
import ai.myrecruiter.picasso.local.sdk.LoudClient;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.ResourceStatus;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/**
 * CloudFormation of the stage: stacks, change sets computed from two templates, and their execution
 * over the stage's clock with CloudFormation's own rollback. To be used on the event loop only;
 * other threads take {@link #client()}.
 */
public final class CloudFormation {
  final EventLoop loop;
  final ResourceTypes types;
  final Account account;
  final UpdateBehaviours behaviours;
  final StackPace pace;
  final Uploads uploads;
  final Map<String, String> exports = new LinkedHashMap<>();
  private final ResourceFaults faults = new ResourceFaults();
  private final Map<String, LiveStack> stacks = new LinkedHashMap<>();
  private final List<Consumer<String>> created = new ArrayList<>();
  private final List<LiveStack> gone = new ArrayList<>();
  final ResourceSteps steps;
  private final CloudFormationClient client;

  /** No stacks yet, and nothing that change sets could take templates or code from. */
  public CloudFormation(
      EventLoop loop,
      ResourceTypes types,
      Account account,
      UpdateBehaviours behaviours,
      StackPace pace) {
    this(loop, types, account, behaviours, pace, (bucket, key) -> Optional.empty());
  }

  /** No stacks yet. */
  public CloudFormation(
      EventLoop loop,
      ResourceTypes types,
      Account account,
      UpdateBehaviours behaviours,
      StackPace pace,
      Uploads uploads) {
    this.loop = loop;
    this.types = types;
    this.account = account;
    this.behaviours = behaviours;
    this.pace = pace;
    this.uploads = uploads;
    this.steps = new ResourceSteps(this, faults);
    this.client = LoudClient.guarded(CloudFormationClient.class, StackConstraints::check, calls());
  }

  /** Makes all stacks of a plan at once, as they are found when a stage opens. */
  public List<ProvisionedStack> provision(DeploymentPlan plan) {
    var provisioned = new ArrayList<ProvisionedStack>();
    for (var made : Provisioner.make(plan)) {
      var stack = open(made.plan().source().name());
      stack.plan = Optional.of(made.plan());
      stack.resources.putAll(made.resources());
      stack.outputs = made.provisioned().outputs();
      made.resources()
          .values()
          .forEach(it -> steps.state(stack, it, ResourceStatus.CREATE_COMPLETE, ""));
      stack.become(StackStatus.CREATE_COMPLETE, "", loop.now());
      export(stack);
      provisioned.add(made.provisioned());
    }
    return provisioned;
  }

  /** A client for any thread; a call that the stage does not have fails naming itself. */
  public CloudFormationClient client() {
    return client;
  }

  /** The same calls, for the one client and for those that come over HTTP. */
  Object[] calls() {
    return new Object[] {
      new ChangeSetCalls(this),
      new StackCalls(this),
      new StackEventCalls(this),
      new DriftCalls(this)
    };
  }

  /** Faults of resources, by type and operation. */
  public ResourceFaults faults() {
    return faults;
  }

  /** Marks a resource as changed past CloudFormation, which a look for drift then finds. */
  public void drift(String stack, String logicalId) {
    require(stack).drift.add(logicalId);
  }

  /** A new stack, in review until its first change set is executed. */
  LiveStack open(String name) {
    var id = account.arn("cloudformation", "stack/" + name + "/" + Ids.uuid(loop.random()));
    var stack = new LiveStack(name, id, loop.now());
    stacks.put(name, stack);
    return stack;
  }

  /** The stack of a name, or by its id a stack that may be gone. */
  Optional<LiveStack> find(String nameOrId) {
    return Optional.ofNullable(stacks.get(nameOrId))
        .or(() -> stacks.values().stream().filter(it -> it.id.equals(nameOrId)).findFirst())
        .or(() -> gone.stream().filter(it -> it.id.equals(nameOrId)).findFirst());
  }

  LiveStack require(String nameOrId) {
    return find(nameOrId).orElseThrow(() -> StackErrors.noStack(nameOrId));
  }

  Collection<LiveStack> all() {
    return stacks.values();
  }

  /** Forgets the name of a stack; its id is known on. */
  void forget(LiveStack stack) {
    stack.deleted = Optional.of(loop.now());
    stacks.remove(stack.name);
    gone.add(stack);
    exports.keySet().removeAll(names(stack));
  }

  /** Tells of every stack that was created by a change set, by name, before it is complete. */
  public void whenCreated(Consumer<String> listener) {
    created.add(listener);
  }

  /** What a change set has made of a stack is the stack now. */
  void deployed(LiveStack stack, boolean creates) {
    export(stack);
    if (creates) {
      created.forEach(listener -> listener.accept(stack.name));
    }
  }

  /** The outputs of a stack by name; none when it is not there. */
  public Map<String, String> outputs(String stack) {
    return find(stack).map(it -> Map.copyOf(it.outputs)).orElseGet(Map::of);
  }

  /** Makes what a stack exports known to the others. */
  private void export(LiveStack stack) {
    stack.plan.ifPresent(plan ->
        plan.outputs()
            .forEach(output ->
                output
                    .export()
                    .flatMap(name ->
                        Optional.ofNullable(stack.outputs.get(output.name()))
                            .map(value -> Map.entry(name, value)))
                    .ifPresent(it -> exports.put(it.getKey(), it.getValue()))));
  }

  private static Set<String> names(LiveStack stack) {
    var names = new HashSet<String>();
    stack.plan.ifPresent(plan -> plan.outputs().forEach(it -> it.export().ifPresent(names::add)));
    return names;
  }
}

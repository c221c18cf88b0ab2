package ai.myrecruiter.picasso.local.cloudformation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes what a plan says. To be used on the event loop, as the stage's services are. */
public final class Provisioner {
  private final Map<String, String> exports = new HashMap<>();

  private Provisioner() {}

  /**
   * Makes all stacks of a plan.
   *
   * @throws ProvisioningFailed when a service refuses a resource; what was made before stays
   */
  public static List<ProvisionedStack> provision(DeploymentPlan plan) {
    return make(plan).stream().map(MadeStack::provisioned).toList();
  }

  /** Makes all stacks of a plan and says what each resource was made of. */
  static List<MadeStack> make(DeploymentPlan plan) {
    var provisioner = new Provisioner();
    var stacks = new ArrayList<MadeStack>();
    plan.stacks().forEach(stack -> stacks.add(provisioner.make(stack, plan.account())));
    return List.copyOf(stacks);
  }

  /**
   * A stack that was made.
   *
   * @param resources by logical id, in the order in which they were made
   */
  record MadeStack(
      PlannedStack plan, Map<String, StackResource> resources, ProvisionedStack provisioned) {}

  private MadeStack make(PlannedStack stack, Account account) {
    var made = new LinkedHashMap<String, StackResource>();
    var created = new LinkedHashMap<String, Created>();
    var findings = new Findings();
    var evaluator =
        stack.evaluator(new LiveNames(stack.values(), created, Map.copyOf(exports)), findings);
    for (var resource : stack.resources()) {
      var properties = evaluator.evaluate(resource.properties(), resource.path() + ".Properties");
      findings.refuse();
      var request =
          new ResourceRequest(
              stack.source(), resource.logicalId(), properties, account, stack.source());
      var it = create(resource, request);
      created.put(resource.logicalId(), it);
      var declared = stack.source().template().path("Resources").path(resource.logicalId());
      made.put(resource.logicalId(), new StackResource(resource.type(), request, it, declared));
    }
    var outputs = new LinkedHashMap<String, String>();
    for (var output : stack.outputs()) {
      var value = evaluator.evaluate(output.value(), output.path()).asText();
      outputs.put(output.name(), value);
      output.export().ifPresent(name -> exports.put(name, value));
    }
    findings.refuse();
    return new MadeStack(
        stack, made, new ProvisionedStack(stack.source().name(), created, outputs));
  }

  private static Created create(PlannedResource resource, ResourceRequest request) {
    try {
      return resource.type().create(request);
    } catch (RuntimeException refusal) {
      throw new ProvisioningFailed(resource.path(), resource.type().name(), refusal);
    }
  }
}

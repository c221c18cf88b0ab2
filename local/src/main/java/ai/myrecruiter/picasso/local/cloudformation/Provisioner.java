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
    var provisioner = new Provisioner();
    var stacks = new ArrayList<ProvisionedStack>();
    plan.stacks().forEach(stack -> stacks.add(provisioner.make(stack, plan.account())));
    return List.copyOf(stacks);
  }

  private ProvisionedStack make(PlannedStack stack, Account account) {
    var created = new LinkedHashMap<String, Created>();
    var findings = new Findings();
    var evaluator =
        stack.evaluator(new LiveNames(stack.values(), created, Map.copyOf(exports)), findings);
    for (var resource : stack.resources()) {
      var properties = evaluator.evaluate(resource.properties(), resource.path() + ".Properties");
      findings.refuse();
      var request = new ResourceRequest(stack.source(), resource.logicalId(), properties, account);
      created.put(resource.logicalId(), create(resource, request));
    }
    var outputs = new LinkedHashMap<String, String>();
    for (var output : stack.outputs()) {
      var value = evaluator.evaluate(output.value(), output.path()).asText();
      outputs.put(output.name(), value);
      output.export().ifPresent(name -> exports.put(name, value));
    }
    findings.refuse();
    return new ProvisionedStack(stack.source().name(), created, outputs);
  }

  private static Created create(PlannedResource resource, ResourceRequest request) {
    try {
      return resource.type().create(request);
    } catch (RuntimeException refusal) {
      throw new ProvisioningFailed(resource.path(), resource.type().name(), refusal);
    }
  }
}

package ai.myrecruiter.picasso.local.cloudformation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Stacks that can be made as they are; nothing exists yet. */
public final class DeploymentPlan {
  private final Account account;
  private final List<PlannedStack> stacks;

  private DeploymentPlan(Account account, List<PlannedStack> stacks) {
    this.account = account;
    this.stacks = List.copyOf(stacks);
  }

  /**
   * Plans stacks.
   *
   * @param stacks in the order of deployment
   * @param parameters values by stack and parameter; a parameter without one takes its default
   * @throws TemplateRefused with every finding in every stack
   */
  public static DeploymentPlan of(
      List<StackTemplate> stacks,
      ResourceTypes types,
      Account account,
      Map<String, Map<String, String>> parameters) {
    var findings = new Findings();
    for (var name : parameters.keySet()) {
      if (stacks.stream().noneMatch(stack -> stack.name().equals(name))) {
        findings.add(name, parameters.get(name), "must be one of the stacks", "correct the name");
      }
    }
    var exports = new LinkedHashSet<String>();
    var planned = new ArrayList<PlannedStack>();
    for (var stack : stacks) {
      TemplateSections.check(stack, findings);
      var values =
          new ParameterValues(account, findings)
              .resolve(
                  stack.template().path("Parameters"),
                  parameters.getOrDefault(stack.name(), Map.of()),
                  stack.name() + ".Parameters");
      var named = new StackValues(account, stack.name(), values);
      var plan = new StackPlanner(stack, types, named, exports, findings).plan();
      plan.outputs().forEach(output -> output.export().ifPresent(exports::add));
      planned.add(plan);
    }
    findings.refuse();
    return new DeploymentPlan(account, planned);
  }

  Account account() {
    return account;
  }

  List<PlannedStack> stacks() {
    return stacks;
  }

  /** Logical ids in the order in which they will be made, as {@code stack.logicalId}. */
  public List<String> order() {
    return stacks.stream()
        .flatMap(stack ->
            stack.resources().stream()
                .map(resource -> stack.source().name() + "." + resource.logicalId()))
        .toList();
  }
}

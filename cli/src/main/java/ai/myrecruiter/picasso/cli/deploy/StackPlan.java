package ai.myrecruiter.picasso.cli.deploy;

import ai.myrecruiter.picasso.workflows.deployment.Deployment;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import ai.myrecruiter.picasso.workflows.stack.StackChange;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/**
 * A stack, how it is now and what is to be done about it.
 *
 * @param stack as synthesized
 * @param change what is asked of it
 * @param now the stack in the account; empty while it does not exist
 * @param template in service; a missing node while there is no stack, or one that failed
 * @param action what is done
 */
record StackPlan(
    AssemblyStack stack,
    StackChange change,
    Optional<Stack> now,
    JsonNode template,
    DeployAction action) {
  String name() {
    return stack.name();
  }

  boolean changes() {
    return action != DeployAction.UNCHANGED;
  }

  StackPlan to(DeployAction other) {
    return new StackPlan(stack, change, now, template, other);
  }

  /**
   * A change of it that CloudFormation has worked out and the rules have reviewed.
   *
   * @param plan of which stack
   * @param id of the deployment, and of its change set
   * @param record as reviewed
   */
  record Proposal(StackPlan plan, RolloutId id, Deployment record) {
    Proposal with(Deployment later) {
      return new Proposal(plan, id, later);
    }
  }
}

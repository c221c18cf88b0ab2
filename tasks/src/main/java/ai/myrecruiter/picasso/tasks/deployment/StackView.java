package ai.myrecruiter.picasso.tasks.deployment;

import ai.myrecruiter.picasso.workflows.contract.Contracts;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackDriftStatus;
import software.amazon.awssdk.services.cloudformation.model.StackResourceDrift;
import software.amazon.awssdk.services.cloudformation.model.StackResourceDriftStatus;

/** What CloudFormation says of a stack. */
public final class StackView {
  /** Its version is moved by rollouts, past CloudFormation and on purpose. */
  private static final String ALIAS = "AWS::Lambda::Alias";

  private final CloudFormationClient cloudFormation;
  private final String name;

  /** The stack of a name, which need not exist. */
  public StackView(CloudFormationClient cloudFormation, String name) {
    this.cloudFormation = cloudFormation;
    this.name = name;
  }

  /** The stack; empty when there is none, or only a review of one. */
  public Optional<Stack> find() {
    return any().filter(it -> !it.stackStatusAsString().equals("REVIEW_IN_PROGRESS"));
  }

  /** The stack in whatever state; empty when there is none. */
  public Optional<Stack> any() {
    try {
      return cloudFormation.describeStacks(it -> it.stackName(name)).stacks().stream().findFirst();
    } catch (CloudFormationException refusal) {
      var details = refusal.awsErrorDetails();
      if (details != null
          && "ValidationError".equals(details.errorCode())
          && String.valueOf(details.errorMessage()).contains("does not exist")) {
        return Optional.empty();
      }
      throw refusal;
    }
  }

  /** The parameters that a stack has. */
  public Map<String, String> parameters(Stack stack) {
    var values = new HashMap<String, String>();
    stack.parameters().forEach(it -> values.put(it.parameterKey(), it.parameterValue()));
    return values;
  }

  /** The template that the stack was made of last. */
  public JsonNode template() {
    return Contracts.tree(cloudFormation.getTemplate(it -> it.stackName(name)).templateBody());
  }

  /** Logical ids of what somebody changed past CloudFormation, aliases left out. */
  public List<String> drifted(Stack stack) {
    if (stack.driftInformation() == null
        || stack.driftInformation().stackDriftStatus() != StackDriftStatus.DRIFTED) {
      return List.of();
    }
    return cloudFormation
        .describeStackResourceDrifts(it ->
            it.stackName(name)
                .stackResourceDriftStatusFilters(
                    StackResourceDriftStatus.MODIFIED, StackResourceDriftStatus.DELETED))
        .stackResourceDrifts()
        .stream()
        .filter(it -> !it.resourceType().equals(ALIAS))
        .map(StackResourceDrift::logicalResourceId)
        .toList();
  }
}

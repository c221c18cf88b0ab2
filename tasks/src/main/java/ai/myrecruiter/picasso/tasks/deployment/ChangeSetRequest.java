package ai.myrecruiter.picasso.tasks.deployment;

import ai.myrecruiter.picasso.workflows.stack.StackChange;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.AlreadyExistsException;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Tag;

/**
 * Asks CloudFormation for a change set. The parameters that stand for the versions in service get
 * what the aliases say; those that nobody names keep their values. Asked twice it is one.
 */
public final class ChangeSetRequest {
  private final CloudFormationClient cloudFormation;
  private final StackChange change;
  private final String name;

  /** A change set of a name, for what is asked of a stack. */
  public ChangeSetRequest(CloudFormationClient cloudFormation, StackChange change, String name) {
    this.cloudFormation = cloudFormation;
    this.change = change;
    this.name = name;
  }

  /**
   * Asks for the update of a stack that exists.
   *
   * @param live the version that serves, by parameter that stands for it
   * @throws ChangeRefused when CloudFormation cannot take the template
   */
  public void update(Map<String, String> live, Map<String, String> tags) {
    var stack = new StackView(cloudFormation, change.stack());
    var before = stack.find().map(stack::parameters).orElse(Map.of());
    send(ChangeSetType.UPDATE, parameters(live, before), tags);
  }

  /**
   * Asks for the creation of a stack that does not exist.
   *
   * @throws ChangeRefused when CloudFormation cannot take the template
   */
  public void create(Map<String, String> tags) {
    send(ChangeSetType.CREATE, parameters(Map.of(), Map.of()), tags);
  }

  private void send(ChangeSetType type, List<Parameter> parameters, Map<String, String> tags) {
    try {
      cloudFormation.createChangeSet(it -> {
        it.stackName(change.stack())
            .changeSetName(name)
            .changeSetType(type)
            .clientToken(name)
            .templateURL(change.templateUrl())
            .capabilities(Capability.CAPABILITY_NAMED_IAM)
            .roleARN(ChangeSetNames.executionRole(change))
            .parameters(parameters);
        if (!tags.isEmpty()) {
          it.tags(tags(tags));
        }
      });
    } catch (AlreadyExistsException lostAnswer) {
      // It is the one that was asked for before; nobody else uses its name.
    } catch (CloudFormationException refusal) {
      throw refused(refusal);
    }
  }

  private static List<Tag> tags(Map<String, String> tags) {
    return tags.entrySet().stream()
        .map(it -> Tag.builder().key(it.getKey()).value(it.getValue()).build())
        .toList();
  }

  private List<Parameter> parameters(Map<String, String> live, Map<String, String> before) {
    return cloudFormation
        .getTemplateSummary(it -> it.templateURL(change.templateUrl()))
        .parameters()
        .stream()
        .map(it -> it.parameterKey())
        .filter(it ->
            live.containsKey(it) || change.parameters().containsKey(it) || before.containsKey(it))
        .map(it -> parameter(it, live))
        .toList();
  }

  private Parameter parameter(String key, Map<String, String> live) {
    var value = live.getOrDefault(key, change.parameters().getOrDefault(key, ""));
    boolean given = live.containsKey(key) || change.parameters().containsKey(key);
    return given
        ? Parameter.builder().parameterKey(key).parameterValue(value).build()
        : Parameter.builder().parameterKey(key).usePreviousValue(true).build();
  }

  private RuntimeException refused(CloudFormationException refusal) {
    var details = refusal.awsErrorDetails();
    return details != null && "ValidationError".equals(details.errorCode())
        ? new ChangeRefused(
            "Stack %s cannot take the template: %s. Correct the template or its parameters, and deploy again."
                .formatted(change.stack(), details.errorMessage()))
        : refusal;
  }
}

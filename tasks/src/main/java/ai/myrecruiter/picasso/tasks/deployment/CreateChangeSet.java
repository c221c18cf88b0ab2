package ai.myrecruiter.picasso.tasks.deployment;

import ai.myrecruiter.picasso.tasks.Ports;
import ai.myrecruiter.picasso.tasks.Task;
import ai.myrecruiter.picasso.workflows.rollout.NextStep;
import ai.myrecruiter.picasso.workflows.rollout.Step;
import ai.myrecruiter.picasso.workflows.rollout.Turn;
import ai.myrecruiter.picasso.workflows.stack.StackChange;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.cloudformation.model.AlreadyExistsException;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.Parameter;

/**
 * Asks CloudFormation for the change set. The parameters that stand for the versions in service get
 * what the aliases say now; those that nobody names keep their values.
 */
public final class CreateChangeSet extends Task<Turn, Turn> {
  private static final int FIRST_LOOK_SECONDS = 5;
  private final Ports ports;

  /** For Lambda. */
  public CreateChangeSet() {
    this(Ports.ofAws());
  }

  /** On given ports. */
  public CreateChangeSet(Ports ports) {
    super(Turn.class);
    this.ports = ports;
  }

  @Override
  protected Turn run(Turn turn) {
    var owned = new OwnedDeployment(ports, turn.run());
    var change = owned.read().change();
    var name = ChangeSetNames.of(turn.run().rolloutId());
    try {
      create(change, name);
    } catch (AlreadyExistsException lostAnswer) {
      // It is the one that this task asked for before; nobody else uses the rollout's id.
    } catch (CloudFormationException refusal) {
      throw refused(refusal, change);
    }
    owned.change((deployment, now) -> deployment.proposed(name, now));
    return turn.then(
        new NextStep(Step.SETTLE, 0, 0, FIRST_LOOK_SECONDS, "Change set " + name + " asked for"));
  }

  private void create(StackChange change, String name) {
    var live = StableVersions.byParameter(ports, change);
    ports
        .cloudFormation()
        .createChangeSet(it ->
            it.stackName(change.stack())
                .changeSetName(name)
                .changeSetType(ChangeSetType.UPDATE)
                .clientToken(name)
                .templateURL(change.templateUrl())
                .capabilities(Capability.CAPABILITY_NAMED_IAM)
                .roleARN(ChangeSetNames.executionRole(change))
                .parameters(parameters(change, live)));
  }

  private List<Parameter> parameters(StackChange change, Map<String, String> live) {
    var stack = new StackView(ports.cloudFormation(), change);
    var before = stack.find().map(stack::parameters).orElse(Map.of());
    return ports
        .cloudFormation()
        .getTemplateSummary(it -> it.templateURL(change.templateUrl()))
        .parameters()
        .stream()
        .map(it -> it.parameterKey())
        .filter(name ->
            live.containsKey(name)
                || change.parameters().containsKey(name)
                || before.containsKey(name))
        .map(name -> parameter(name, change, live))
        .toList();
  }

  private static Parameter parameter(String name, StackChange change, Map<String, String> live) {
    var value = live.getOrDefault(name, change.parameters().getOrDefault(name, ""));
    boolean given = live.containsKey(name) || change.parameters().containsKey(name);
    return given
        ? Parameter.builder().parameterKey(name).parameterValue(value).build()
        : Parameter.builder().parameterKey(name).usePreviousValue(true).build();
  }

  private static RuntimeException refused(CloudFormationException refusal, StackChange change) {
    var details = refusal.awsErrorDetails();
    return details != null && "ValidationError".equals(details.errorCode())
        ? new ChangeRefused(
            "Stack %s cannot take the template: %s. Correct the template or its parameters, and deploy again."
                .formatted(change.stack(), details.errorMessage()))
        : refusal;
  }
}

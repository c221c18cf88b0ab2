package ai.myrecruiter.picasso.local.cloudformation;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.StateMachineAlreadyExistsException;

/** State machines, on the stage or on whatever Step Functions it uses in its place. */
final class StateMachineType {
  private static final Pattern SUBSTITUTION = Pattern.compile("\\$\\{([^}]*)}");
  private final SfnClient stepFunctions;

  StateMachineType(SfnClient stepFunctions) {
    this.stepFunctions = stepFunctions;
  }

  StagedType type() {
    return new StagedType(
            "AWS::StepFunctions::StateMachine",
            PropertyRules.effective(
                    "DefinitionString",
                    "DefinitionSubstitutions",
                    "RoleArn",
                    "StateMachineName",
                    "StateMachineType")
                .withoutEffect("LoggingConfiguration", "the stage keeps the whole history itself")
                .withoutEffect("TracingConfiguration", "the stage keeps the whole history itself"),
            Set.of("Arn", "Name", "StateMachineRevisionId"),
            this::create)
        .with(
            this::change,
            (request, existing) ->
                stepFunctions.deleteStateMachine(it -> it.stateMachineArn(existing.physicalId())));
  }

  private Created change(ResourceRequest request, Created existing) {
    stepFunctions.updateStateMachine(update ->
        update
            .stateMachineArn(existing.physicalId())
            .definition(definition(request))
            .roleArn(request.text("RoleArn")));
    return made(existing.physicalId(), request.name("StateMachineName"));
  }

  private Created create(ResourceRequest request) {
    var name = request.name("StateMachineName");
    var kind = request.properties().path("StateMachineType").asText("STANDARD");
    var arn = create(name, kind, definition(request), request.text("RoleArn"));
    return made(arn, name);
  }

  private Created made(String arn, String name) {
    return new Created(
        arn, Map.of("Arn", arn, "Name", name, "StateMachineRevisionId", revision(arn)));
  }

  /** Makes the machine, or updates the one that an earlier stage has left there. */
  private String create(String name, String kind, String definition, String roleArn) {
    try {
      return stepFunctions
          .createStateMachine(
              create -> create.name(name).type(kind).definition(definition).roleArn(roleArn))
          .stateMachineArn();
    } catch (StateMachineAlreadyExistsException taken) {
      var arn =
          stepFunctions.listStateMachinesPaginator().stateMachines().stream()
              .filter(machine -> machine.name().equals(name))
              .filter(machine -> machine.typeAsString().equals(kind))
              .findFirst()
              .orElseThrow(() -> taken)
              .stateMachineArn();
      stepFunctions.updateStateMachine(
          update -> update.stateMachineArn(arn).definition(definition).roleArn(roleArn));
      return arn;
    }
  }

  /** The service names the first revision so, which has no id yet. */
  private String revision(String arn) {
    return Optional.ofNullable(
            stepFunctions.describeStateMachine(d -> d.stateMachineArn(arn)).revisionId())
        .orElse("INITIAL");
  }

  private static String definition(ResourceRequest request) {
    return SUBSTITUTION
        .matcher(request.text("DefinitionString"))
        .replaceAll(match -> Matcher.quoteReplacement(value(request, match)));
  }

  private static String value(ResourceRequest request, MatchResult substitution) {
    var name = substitution.group(1);
    var value = request.properties().path("DefinitionSubstitutions").path(name);
    if (!value.isValueNode()) {
      throw new IllegalArgumentException(
          "${%s} is not among the DefinitionSubstitutions; add it to the machine in infra"
              .formatted(name));
    }
    return value.asText();
  }
}

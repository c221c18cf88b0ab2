package ai.myrecruiter.picasso.local.cloudformation;

import java.util.Map;
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
                .withoutEffect("LoggingConfiguration", "the stage keeps the whole history itself"),
            Set.of("Arn", "Name"),
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
    return existing;
  }

  private Created create(ResourceRequest request) {
    var kind = request.properties().path("StateMachineType").asText("STANDARD");
    if (!kind.equals("STANDARD")) {
      throw new IllegalArgumentException(
          "StateMachineType %s: the stage runs Standard workflows; use STANDARD".formatted(kind));
    }
    var name = request.name("StateMachineName");
    var arn = create(name, definition(request), request.text("RoleArn"));
    return new Created(arn, Map.of("Arn", arn, "Name", name));
  }

  /** Makes the machine, or updates the one that an earlier stage has left there. */
  private String create(String name, String definition, String roleArn) {
    try {
      return stepFunctions
          .createStateMachine(create -> create.name(name).definition(definition).roleArn(roleArn))
          .stateMachineArn();
    } catch (StateMachineAlreadyExistsException taken) {
      var arn =
          stepFunctions.listStateMachinesPaginator().stateMachines().stream()
              .filter(machine -> machine.name().equals(name))
              .findFirst()
              .orElseThrow(() -> taken)
              .stateMachineArn();
      stepFunctions.updateStateMachine(
          update -> update.stateMachineArn(arn).definition(definition).roleArn(roleArn));
      return arn;
    }
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

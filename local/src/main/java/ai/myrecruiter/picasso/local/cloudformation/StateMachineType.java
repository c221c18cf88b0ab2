package ai.myrecruiter.picasso.local.cloudformation;

import ai.myrecruiter.picasso.local.engine.StepFunctions;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** State machines of the stage. */
final class StateMachineType {
  private static final Pattern SUBSTITUTION = Pattern.compile("\\$\\{([^}]*)}");
  private final StepFunctions stepFunctions;

  StateMachineType(StepFunctions stepFunctions) {
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
        this::create);
  }

  private Created create(ResourceRequest request) {
    var kind = request.properties().path("StateMachineType").asText("STANDARD");
    if (!kind.equals("STANDARD")) {
      throw new IllegalArgumentException(
          "StateMachineType %s: the stage runs Standard workflows; use STANDARD".formatted(kind));
    }
    var machine =
        stepFunctions.createStateMachine(
            request.name("StateMachineName"), definition(request), request.text("RoleArn"));
    return new Created(machine.arn(), Map.of("Arn", machine.arn(), "Name", machine.name()));
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

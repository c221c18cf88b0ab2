package ai.myrecruiter.picasso.infra.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.infra.SynthesizedApp;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

final class MachineRolesTest {
  private static final String STACK = "picasso-staging-workflows";

  @Test
  void invokeTheFunctionsOfTheirDefinitionAndNoOthers() {
    for (var machine : machines()) {
      var called = new TreeSet<String>();
      for (var value : machine.path("DefinitionSubstitutions").properties()) {
        if (value.getKey().endsWith("FunctionArn")) {
          called.add(value.getValue().toString());
        }
      }
      assertThat(resources(machine, "lambda:InvokeFunction"))
          .as(machine.path("StateMachineName").asText())
          .isEqualTo(called)
          .isNotEmpty();
    }
  }

  @Test
  void startOnlyTheMachinesOfTheirDefinition() {
    for (var machine : machines()) {
      var starts = resources(machine, "states:StartExecution");
      var nested =
          machine.path("DefinitionSubstitutions").properties().stream()
              .filter(value -> value.getKey().endsWith("StateMachineArn"))
              .toList();
      assertThat(starts).hasSameSizeAs(nested);
      assertThat(nested)
          .as("alias live of each, by reference, so that it is there before")
          .allSatisfy(value ->
              assertThat(value.getValue().path("Ref").asText())
                  .isEqualTo(value.getKey().replace("StateMachineArn", "Live")));
    }
    assertThat(resources(machine("picasso-staging-health-validation"), "states:StartExecution"))
        .isEmpty();
  }

  @Test
  void letNobodyStartAMachineButByItsAlias() {
    var starts = new ArrayList<JsonNode>();
    for (var stack : List.of(STACK, "picasso-staging-triggers", "picasso-staging-payload")) {
      SynthesizedApp.resources(stack).stream()
          .map(Map.Entry::getValue)
          .flatMap(resource -> resource.path("Properties").path("Policies").valueStream())
          .flatMap(policy -> policy.path("PolicyDocument").path("Statement").valueStream())
          .filter(statement -> contains(statement.path("Action"), "states:StartExecution"))
          .forEach(starts::add);
    }
    assertThat(starts)
        .as("rollout, rollback, the watchdog and the rule of alarms")
        .hasSize(4)
        .allSatisfy(statement -> {
          assertThat(statement.at("/Condition/ForAnyValue:StringEquals").toString())
              .isEqualTo("{\"states:StateMachineQualifier\":[\"live\"]}");
          assertThat(statement.path("Resource").toString())
              .as("IAM is asked for the machine, whatever the qualifier")
              .doesNotContain(":live");
        });
  }

  @Test
  void followANestedExecutionToItsEnd() {
    var rollout = machine("picasso-staging-rollout");
    assertThat(resources(rollout, "states:DescribeExecution"))
        .anyMatch(arn -> arn.contains(":execution:picasso-staging-rollback:*"))
        .anyMatch(arn -> arn.contains(":execution:picasso-staging-health-validation:*"));
    assertThat(resources(rollout, "events:PutRule"))
        .singleElement()
        .asString()
        .contains("rule/StepFunctionsGetEventsForStepFunctionsExecutionRule");
  }

  private static List<JsonNode> machines() {
    return SynthesizedApp.properties(STACK, "AWS::StepFunctions::StateMachine");
  }

  private static JsonNode machine(String name) {
    return SynthesizedApp.properties(
        STACK, "AWS::StepFunctions::StateMachine", "StateMachineName", name);
  }

  /** What the role of a machine may do an action to, each resource as JSON text. */
  private static Set<String> resources(JsonNode machine, String action) {
    var role = machine.path("RoleArn").path("Fn::GetAtt").path(0).asText();
    Predicate<JsonNode> allows = statement -> contains(statement.path("Action"), action);
    var found = new TreeSet<String>();
    SynthesizedApp.resources(STACK).stream()
        .filter(resource -> resource.getKey().equals(role))
        .map(Map.Entry::getValue)
        .flatMap(resource -> resource.path("Properties").path("Policies").valueStream())
        .flatMap(policy -> policy.path("PolicyDocument").path("Statement").valueStream())
        .filter(allows)
        .forEach(statement -> addEach(statement.path("Resource"), found));
    return found;
  }

  private static boolean contains(JsonNode oneOrMore, String text) {
    return oneOrMore.asText().equals(text)
        || oneOrMore.valueStream().anyMatch(one -> one.asText().equals(text));
  }

  private static void addEach(JsonNode oneOrMore, Set<String> found) {
    if (oneOrMore.isArray()) {
      oneOrMore.forEach(one -> found.add(one.toString()));
    } else {
      found.add(oneOrMore.toString());
    }
  }
}

package ai.myrecruiter.picasso.infra.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.infra.SynthesizedApp;
import ai.myrecruiter.picasso.infra.artifact.Inputs;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import ai.myrecruiter.picasso.workflows.environment.EnvironmentPolicy;
import ai.myrecruiter.picasso.workflows.environment.Freeze;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;

final class WorkflowsStackTest {
  private static final String STACK = "picasso-staging-workflows";
  private static final Pattern SUBSTITUTION = Pattern.compile("\\$\\{([^}]*)}");

  @Test
  void givesEveryTaskAFunctionOfItsName() {
    var tasks =
        Stream.concat(TaskList.STATES.stream(), Stream.of(TaskList.WATCHDOG, TaskList.CONTAINMENT))
            .toList();
    for (var task : tasks) {
      var function = function(task.kebabName());
      assertThat(function.path("Handler").asText()).isEqualTo(task.handler());
      assertThat(function.path("Timeout").asInt()).isEqualTo(task.timeoutSeconds());
      assertThat(function.path("MemorySize").asInt()).isEqualTo(1024);
      assertThat(function.path("Runtime").asText()).isEqualTo("java25");
      assertThat(function.path("Architectures").toString()).isEqualTo("[\"arm64\"]");
    }
    assertThat(SynthesizedApp.properties(STACK, "AWS::Lambda::Function")).hasSameSizeAs(tasks);
  }

  @Test
  void tellsATaskWhereItsStoresAreAndNothingElse() {
    assertThat(variables("acquire-lease"))
        .containsExactlyInAnyOrder(
            "PICASSO_ENVIRONMENT",
            "PICASSO_LEASES_TABLE",
            "PICASSO_POLICY",
            "PICASSO_ROLLOUTS_TABLE");
    assertThat(variables("notify-audience"))
        .containsExactlyInAnyOrder("PICASSO_ENVIRONMENT", "PICASSO_TOPIC_ARN");
    assertThat(variables("watch-aliases"))
        .containsExactlyInAnyOrder(
            "PICASSO_ENVIRONMENT", "PICASSO_LEASES_TABLE", "PICASSO_ROLLBACK_STATE_MACHINE_ARN");
  }

  @Test
  void tellsTheTasksThatBeginSomethingOfFreezesAndNobodyElse() {
    var stack = "picasso-production-workflows";
    var told =
        SynthesizedApp.properties(stack, "AWS::Lambda::Function").stream()
            .filter(function -> function.at("/Environment/Variables").has("PICASSO_FREEZE"))
            .toList();
    assertThat(told)
        .extracting(function -> function.path("FunctionName").asText())
        .containsExactlyInAnyOrder(
            "picasso-production-inspect-stack", "picasso-production-run-preflight");
    assertThat(told)
        .extracting(function ->
            Contracts.read(
                function.at("/Environment/Variables/PICASSO_FREEZE").asText(), Freeze.class))
        .containsOnly(SynthesizedApp.settings("production").config().freeze());
    assertThat(variables("run-preflight")).doesNotContain("PICASSO_FREEZE");
  }

  @Test
  void tellsTheTasksThatAskForConsentOrProveThePlaceWhatTheDocumentDemands() {
    for (var environment : List.of("staging", "production")) {
      var told =
          SynthesizedApp.properties(
                  "picasso-" + environment + "-workflows", "AWS::Lambda::Function")
              .stream()
              .filter(function -> function.at("/Environment/Variables").has("PICASSO_POLICY"))
              .toList();
      assertThat(told)
          .extracting(function -> function.path("FunctionName").asText())
          .containsExactlyInAnyOrder(
              "picasso-" + environment + "-acquire-lease",
              "picasso-" + environment + "-inspect-stack",
              "picasso-" + environment + "-request-change-approval",
              "picasso-" + environment + "-review-change-set",
              "picasso-" + environment + "-run-preflight");
      assertThat(told)
          .extracting(function ->
              Contracts.read(
                  function.at("/Environment/Variables/PICASSO_POLICY").asText(),
                  EnvironmentPolicy.class))
          .containsOnly(EnvironmentPolicy.of(SynthesizedApp.settings(environment).config()));
    }
  }

  @Test
  void letsTheFirstActOfRollbackWaitForNoStore() {
    assertThat(variables("restore-alias")).containsExactly("PICASSO_ENVIRONMENT");
    var restore =
        SynthesizedApp.resources(STACK).stream()
            .filter(resource -> resource.getKey().startsWith("RestoreAlias"))
            .map(resource -> resource.getValue().toString());
    assertThat(restore).isNotEmpty().noneMatch(text -> text.contains("dynamodb"));
  }

  private static List<String> variables(String kebabName) {
    return function(kebabName).path("Environment").path("Variables").properties().stream()
        .map(Map.Entry::getKey)
        .toList();
  }

  @Test
  void fillsInEverySubstitutionOfEveryMachine() {
    for (var name : List.of("rollout", "rollback", "health-validation")) {
      var machine = machine(name);
      var definition =
          SUBSTITUTION
              .matcher(machine.path("DefinitionString").asText())
              .results()
              .map(match -> match.group(1))
              .collect(Collectors.toSet());
      assertThat(machine.path("DefinitionSubstitutions").fieldNames())
          .toIterable()
          .containsExactlyInAnyOrderElementsOf(definition);
      assertThat(machine.path("StateMachineType").asText()).isEqualTo("STANDARD");
    }
  }

  @Test
  void makesAVersionOfEveryMachineAndPutsLiveOnIt() {
    for (var id : List.of("Rollout", "Rollback", "HealthValidation")) {
      var resources = SynthesizedApp.template(STACK).path("Resources");
      var version = resources.path(id + "Version");
      assertThat(version.path("DeletionPolicy").asText()).isEqualTo("Retain");
      assertThat(version.at("/Properties/StateMachineRevisionId/Fn::GetAtt/1").asText())
          .isEqualTo("StateMachineRevisionId");
      var alias = resources.path(id + "Live").path("Properties");
      assertThat(alias.path("Name").asText()).isEqualTo("live");
      assertThat(alias.at("/DeploymentPreference/StateMachineVersionArn/Ref").asText())
          .isEqualTo(id + "Version");
    }
  }

  @Test
  void tracesEveryMachine() {
    assertThat(SynthesizedApp.properties(STACK, "AWS::StepFunctions::StateMachine"))
        .hasSize(3)
        .allSatisfy(machine ->
            assertThat(machine.at("/TracingConfiguration/Enabled").asBoolean()).isTrue());
  }

  @Test
  void logsTransitionsWithoutTheirData() {
    for (var machine : SynthesizedApp.properties(STACK, "AWS::StepFunctions::StateMachine")) {
      assertThat(machine.path("LoggingConfiguration").path("Level").asText()).isEqualTo("ALL");
      assertThat(machine.path("LoggingConfiguration").path("IncludeExecutionData").asBoolean(true))
          .isFalse();
    }
  }

  @Test
  void refusesToSynthesizeDefinitionsThatDoNotFitTheTasks(@TempDir Path folder) throws IOException {
    for (var name : Machines.NAMES) {
      Files.writeString(folder.resolve(name + ".asl.json"), "{\"Comment\": \"${Unknown}\"}");
    }
    var inputs =
        new Inputs(SynthesizedApp.jar("tasks"), Path.of("unused"), folder, Path.of("unused"));
    assertThatThrownBy(
            () -> new WorkflowsStack(new App(), SynthesizedApp.settings("staging"), inputs))
        .hasMessageContaining("${Unknown} stands for no task")
        .hasMessageContaining("no state calls ${AcquireLeaseFunctionArn}");
  }

  private static JsonNode function(String kebabName) {
    return SynthesizedApp.properties(
        STACK, "AWS::Lambda::Function", "FunctionName", "picasso-staging-" + kebabName);
  }

  private static JsonNode machine(String name) {
    return SynthesizedApp.properties(
        STACK, "AWS::StepFunctions::StateMachine", "StateMachineName", "picasso-staging-" + name);
  }
}

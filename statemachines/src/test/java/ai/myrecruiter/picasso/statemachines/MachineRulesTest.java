package ai.myrecruiter.picasso.statemachines;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

final class MachineRulesTest {
  static final List<String> MACHINES = Machines.NAMES;
  private static final Pattern SUBSTITUTION = Pattern.compile("\\$\\{([^}]*)}");
  private static final Pattern HANDLER = Pattern.compile("\\$\\{([A-Z][A-Za-z]*)FunctionArn}");
  private static final Set<String> LATE_OR_EARLY =
      Set.of("RestoreAliasUnfenced", "TakeOverLate", "CloseRefusedRollout");

  private static final Set<String> NO_ANSWER =
      Set.of(
          "Lambda.ClientExecutionTimeoutException",
          "Lambda.ServiceException",
          "Lambda.AWSLambdaException",
          "Lambda.SdkClientException",
          "Lambda.TooManyRequestsException",
          "Lambda.Unknown",
          "Runtime.ExitError",
          "Sandbox.Timedout");

  static Stream<Map.Entry<String, JsonNode>> tasks() {
    return Machines.tasks();
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void everyTaskHasATimeout(Map.Entry<String, JsonNode> task) {
    assertThat(task.getValue().has("TimeoutSeconds") || task.getValue().has("TimeoutSecondsPath"))
        .isTrue();
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void everyTaskIsTriedAgainWithJitterAndACap(Map.Entry<String, JsonNode> task) {
    assertThat(task.getValue().path("Retry"))
        .isNotEmpty()
        .anySatisfy(retry -> {
          assertThat(retry.path("JitterStrategy").asText()).isEqualTo("FULL");
          assertThat(retry.path("MaxDelaySeconds").asInt()).isPositive();
        });
  }

  /** What a service, a connection or the end of a process does to a function is not its answer. */
  @ParameterizedTest
  @MethodSource("tasks")
  void everyFunctionIsTriedAgainWhenItCouldNotComeToItsEnd(Map.Entry<String, JsonNode> task) {
    var resource = task.getValue().path("Resource").asText();
    if (!resource.contains("lambda:invoke")) {
      return;
    }
    assertThat(StreamSupport.stream(task.getValue().path("Retry").spliterator(), false))
        .anySatisfy(retry -> {
          var errors = Machines.texts(retry.path("ErrorEquals"));
          assertThat(errors.contains("States.ALL") || errors.containsAll(NO_ANSWER))
              .as("%s: %s", task.getKey(), errors)
              .isTrue();
        });
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void everyTaskHasAWayOutThatCatchesAnything(Map.Entry<String, JsonNode> task) {
    assertThat(task.getValue().path("Catch"))
        .isNotEmpty()
        .anySatisfy(catcher ->
            assertThat(Machines.texts(catcher.path("ErrorEquals"))).contains("States.ALL"));
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void aTaskIsNamedAfterItsHandler(Map.Entry<String, JsonNode> task) {
    var handler = HANDLER.matcher(task.getValue().path("Parameters").path("FunctionName").asText());
    var state = task.getKey().substring(task.getKey().indexOf('/') + 1);
    if (handler.matches() && !LATE_OR_EARLY.contains(state)) {
      assertThat(state).isEqualTo(handler.group(1));
    }
  }

  @ParameterizedTest
  @FieldSource("MACHINES")
  void everySubstitutionIsAnArnInPascalCase(String machine) {
    for (var text : Machines.texts(Machines.definition(machine))) {
      var substitution = SUBSTITUTION.matcher(text);
      while (substitution.find()) {
        assertThat(substitution.group(1)).matches("([A-Z][a-z]+)+(Function|StateMachine)Arn");
      }
    }
  }

  @ParameterizedTest
  @FieldSource("MACHINES")
  void everyStateCanBeReached(String machine) {
    var definition = Machines.definition(machine);
    var reached = new HashSet<String>();
    reach(definition, definition.path("StartAt").asText(), reached);
    var all = new HashSet<String>();
    definition.path("States").fieldNames().forEachRemaining(all::add);
    assertThat(reached).isEqualTo(all);
  }

  private static void reach(JsonNode scope, String name, Set<String> reached) {
    if (reached.add(name)) {
      var state = scope.path("States").path(name);
      assertThat(state.isObject()).as("state %s exists", name).isTrue();
      Stream.of(
              Stream.of(state.path("Next"), state.path("Default")),
              children(state.path("Choices")),
              children(state.path("Catch")))
          .flatMap(nodes -> nodes)
          .map(node -> node.isTextual() ? node : node.path("Next"))
          .filter(JsonNode::isTextual)
          .forEach(next -> reach(scope, next.asText(), reached));
    }
  }

  private static Stream<JsonNode> children(JsonNode node) {
    return StreamSupport.stream(node.spliterator(), false);
  }

  @ParameterizedTest
  @FieldSource("MACHINES")
  void everyMachineSaysWhatItIsForAndWhatItTakes(String machine) {
    assertThat(Machines.definition(machine).path("Comment").asText()).hasSizeGreaterThan(20);
    assertThat(Machines.definition(machine).path("TimeoutSeconds").asInt()).isPositive();
    assertThat(Machines.inputSchema(machine).path("required")).isNotEmpty();
    assertThat(Machines.inputSchema(machine).path("additionalProperties").asBoolean(true))
        .isFalse();
  }

  @ParameterizedTest
  @FieldSource("MACHINES")
  void noMachineUsesWhatStepFunctionsLocalLacks(String machine) {
    assertThat(Machines.texts(Machines.definition(machine)))
        .noneMatch(text -> text.contains("{%") || text.contains("aws-sdk:"));
    assertThat(Machines.definition(machine).has("QueryLanguage")).isFalse();
  }
}

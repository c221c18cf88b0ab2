package ai.myrecruiter.picasso.infra.workflows;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.infra.artifact.StateMachineDefinition;
import ai.myrecruiter.picasso.infra.artifact.StateMachineDefinition.TaskState;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class SubstitutionsTest {
  private static final Set<String> MACHINES = Set.of("RollbackStateMachineArn");
  private static final TaskFunction SHIFT = TaskFunction.of("rollout", "ShiftTraffic", 30);
  private static final TaskFunction JUDGE = TaskFunction.of("rollout", "JudgeStage", 30);

  @Test
  void acceptsDefinitionsThatFitTheTasks() {
    var definition = definition(30, "ShiftTrafficFunctionArn", "RollbackStateMachineArn");
    assertThatCode(() -> Substitutions.check(List.of(definition), List.of(SHIFT), MACHINES))
        .doesNotThrowAnyException();
  }

  @Test
  void reportsEveryNameThatStandsForNothingAndEveryTaskThatIsNotCalled() {
    var definition = definition(30, "ShiftTrafficFunctionArn", "SaveTrafficFunctionArn", "Odd");
    assertThatThrownBy(
            () -> Substitutions.check(List.of(definition), List.of(SHIFT, JUDGE), MACHINES))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            """
            statemachines/rollout.asl.json: ${Odd} stands for no task and no machine; add it to TaskList or correct it
            statemachines/rollout.asl.json: ${SaveTrafficFunctionArn} stands for no task and no machine; add it to TaskList or correct it
            task JudgeStage: no state calls ${JudgeStageFunctionArn}; call it in statemachines/ or remove it from TaskList\
            """);
  }

  @Test
  void refusesAFunctionThatWouldActAfterItsStateGaveUp() {
    var definition = definition(15, "ShiftTrafficFunctionArn");
    assertThatThrownBy(() -> Substitutions.check(List.of(definition), List.of(SHIFT), MACHINES))
        .hasMessage(
            "statemachines/rollout.asl.json: state ShiftTraffic waits 15 s for ShiftTraffic, which"
                + " may run for 30 s and would act after the state gave up; lower the timeout in"
                + " TaskList");
  }

  @Test
  void acceptsAStateThatWaitsForACallbackInstead() {
    var definition = definition(0, "ShiftTrafficFunctionArn");
    assertThatCode(() -> Substitutions.check(List.of(definition), List.of(SHIFT), MACHINES))
        .doesNotThrowAnyException();
  }

  private static StateMachineDefinition definition(int timeout, String... substitutions) {
    var state = new TaskState("ShiftTraffic", "ShiftTrafficFunctionArn", timeout);
    return new StateMachineDefinition(
        "rollout", "{}", new TreeSet<>(List.of(substitutions)), List.of(state));
  }
}

package ai.myrecruiter.picasso.local.sfn;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.local.engine.Machines;
import ai.myrecruiter.picasso.local.engine.Workbench;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.StateMachineType;
import software.amazon.awssdk.services.sfn.model.ValidateStateMachineDefinitionResultCode;
import software.amazon.awssdk.services.sfn.model.ValidateStateMachineDefinitionSeverity;

final class ValidationCallsTest {
  private static final String DOUBTFUL =
      """
      {"StartAt": "Static", "States": {
        "Static": {"Type": "Pass", "Result": {"deep": ["$.a"]}, "Next": "Template"},
        "Template": {"Type": "Pass", "Next": "Side",
          "Parameters": {"path": "$.a", "context": "$$.Execution", "call": "States.UUID()",
                         "right.$": "$.a", "price": "$5", "list": [{"inner": "$['b']"}]}},
        "Side": {"Type": "Parallel", "Next": "Each", "Branches": [
          {"StartAt": "Told", "States": {"Told": {"Type": "Fail", "Cause": "$.why"}}}]},
        "Each": {"Type": "Map", "Next": "Ask", "ItemProcessor": {
          "StartAt": "In", "States": {"In": {"Type": "Pass", "Result": "$", "End": true}}}},
        "Ask": {"Type": "Choice", "Default": "Static", "Choices": [
          {"And": [{"Variable": "$.a", "StringEquals": "$.b"},
                   {"Not": {"Variable": "$.a", "StringEqualsPath": "$.b"}}], "Next": "Stop"}]},
        "Stop": {"Type": "Succeed"}}}
      """;
  private static final List<String> DOUBTS =
      List.of(
          "PASS_RESULT_IS_STATIC /States/Static/Result",
          "NO_DOLLAR /States/Template/Parameters/path",
          "NO_DOLLAR /States/Template/Parameters/context",
          "NO_DOLLAR /States/Template/Parameters/call",
          "NO_DOLLAR /States/Template/Parameters/list[0]/inner",
          "NO_PATH /States/Side/Branches[0]/States/Told/Cause",
          "PASS_RESULT_IS_STATIC /States/Each/ItemProcessor/States/In/Result",
          "NO_PATH /States/Ask/Choices[0]/And[0]/StringEquals");
  private final Workbench bench = new Workbench();
  private final SfnClient client = StageSfnClient.of(bench.stepFunctions());

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void warnsThoseWhoAskForIt() {
    var answer =
        client.validateStateMachineDefinition(b -> b.definition(DOUBTFUL).severity("WARNING"));
    assertThat(answer.result()).isEqualTo(ValidateStateMachineDefinitionResultCode.OK);
    assertThat(answer.truncated()).isFalse();
    assertThat(answer.diagnostics())
        .allMatch(d -> d.severity() == ValidateStateMachineDefinitionSeverity.WARNING)
        .extracting(d -> d.code() + " " + d.location())
        .containsExactlyElementsOf(DOUBTS);
  }

  @Test
  void warnsNobodyElse() {
    assertThat(client.validateStateMachineDefinition(b -> b.definition(DOUBTFUL)).diagnostics())
        .isEmpty();
    assertThat(
            client
                .validateStateMachineDefinition(b -> b.definition(DOUBTFUL).severity("ERROR"))
                .diagnostics())
        .isEmpty();
  }

  @Test
  void takesADefinitionThatItWarnsOf() {
    bench.machine(DOUBTFUL);
  }

  @Test
  void putsErrorsBeforeWarningsAndCutsTheListWhereAskedTo() {
    var bad = DOUBTFUL.replace("\"Default\": \"Static\"", "\"Default\": \"Nowhere\"");
    var answer =
        client.validateStateMachineDefinition(
            b -> b.definition(bad).severity("WARNING").maxResults(3));
    assertThat(answer.result()).isEqualTo(ValidateStateMachineDefinitionResultCode.FAIL);
    assertThat(answer.truncated()).isTrue();
    assertThat(answer.diagnostics())
        .extracting(d -> d.severityAsString() + " " + d.code())
        .containsExactly(
            "ERROR MISSING_TRANSITION_TARGET",
            "WARNING PASS_RESULT_IS_STATIC",
            "WARNING NO_DOLLAR");
  }

  @Test
  void warnsOfNothingInWhatIsNoJson() {
    var answer = client.validateStateMachineDefinition(b -> b.definition("{").severity("WARNING"));
    assertThat(answer.diagnostics())
        .singleElement()
        .matches(d -> d.code().equals("INVALID_JSON_DESCRIPTION"));
  }

  @Test
  void checksAgainstTheTypeThatIsGiven() {
    var waits = Machines.single(Machines.await("work", ""));
    for (var type : StateMachineType.knownValues()) {
      assertThat(
              client.validateStateMachineDefinition(b -> b.definition(waits).type(type)).result())
          .isEqualTo(
              type == StateMachineType.EXPRESS
                  ? ValidateStateMachineDefinitionResultCode.FAIL
                  : ValidateStateMachineDefinitionResultCode.OK);
    }
    assertThat(client.validateStateMachineDefinition(b -> b.definition(waits)).result())
        .isEqualTo(ValidateStateMachineDefinitionResultCode.OK);
  }
}

package ai.myrecruiter.picasso.local.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.local.engine.StepFunctions;
import ai.myrecruiter.picasso.local.engine.asl.WorkflowType;
import ai.myrecruiter.picasso.local.loop.VirtualLoop;
import ai.myrecruiter.picasso.local.sfn.StageSfnClient;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class StateMachineTypeTest {
  private static final String ARN =
      "arn:aws:states:us-east-1:000000000000:stateMachine:picasso-staging-rollout";
  private final VirtualLoop loop = new VirtualLoop(Instant.parse("2026-11-02T08:00:00Z"), 1);
  private final StepFunctions stepFunctions =
      StepFunctions.scripted(
          loop,
          "000000000000",
          "us-east-1",
          request -> {
            throw new AssertionError("no task runs here");
          });
  private final StagedType type = new StateMachineType(StageSfnClient.of(stepFunctions)).type();

  @Test
  void fillsInTheDefinition() {
    var created = One.resource(type, machine("'FunctionArn': 'arn:aws:lambda:x:1:function:f$1'"));
    assertThat(created.physicalId()).isEqualTo(ARN);
    assertThat(created.attributes()).containsEntry("Name", "picasso-staging-rollout");
    assertThat(stepFunctions.stateMachine(ARN).text())
        .contains("\"FunctionName\":\"arn:aws:lambda:x:1:function:f$1\"")
        .doesNotContain("${");
    assertThat(stepFunctions.stateMachine(ARN).roleArn()).isEqualTo("arn:aws:iam::1:role/r");
  }

  @Test
  void updatesTheMachineThatAnEarlierStageHasLeft() {
    One.resource(type, machine("'FunctionArn': 'arn:aws:lambda:x:1:function:old'"));
    var created = One.resource(type, machine("'FunctionArn': 'arn:aws:lambda:x:1:function:new'"));
    assertThat(created.physicalId()).isEqualTo(ARN);
    assertThat(stepFunctions.stateMachine(ARN).text()).contains("function:new");
    assertThat(stepFunctions.stateMachines()).hasSize(1);
  }

  @Test
  void refusesASubstitutionThatIsLeft() {
    assertThatThrownBy(() -> One.resource(type, machine("'OtherArn': 'x'")))
        .hasMessageContaining("${FunctionArn} is not among the DefinitionSubstitutions");
  }

  @Test
  void refusesADefinitionThatTheEngineRefuses() {
    assertThatThrownBy(
            () -> One.resource(type, machine("'FunctionArn': 'x'").replace("StartAt", "StartsAt")))
        .isInstanceOf(ProvisioningFailed.class)
        .hasMessageContaining("StartAt");
  }

  @Test
  void makesExpressWorkflowsToo() {
    One.resource(type, machine("'FunctionArn': 'x'").replace("STANDARD", "EXPRESS"));
    assertThat(stepFunctions.stateMachine(ARN).type()).isEqualTo(WorkflowType.EXPRESS);
  }

  @Test
  void refusesToChangeTheTypeOfAMachine() {
    One.resource(type, machine("'FunctionArn': 'x'"));
    assertThatThrownBy(
            () -> One.resource(type, machine("'FunctionArn': 'x'").replace("STANDARD", "EXPRESS")))
        .hasMessageContaining("State Machine Already Exists");
  }

  @Test
  void namesTheRevisionThatAVersionIsToBePublishedOf() {
    assertThat(One.resource(type, machine("'FunctionArn': 'x'")).attributes())
        .containsEntry("StateMachineRevisionId", "INITIAL");
    assertThat(One.resource(type, machine("'FunctionArn': 'y'")).attributes())
        .containsEntry(
            "StateMachineRevisionId", stepFunctions.stateMachine(ARN).revisionId().orElseThrow());
  }

  private static String machine(String substitutions) {
    return """
    {'StateMachineName': 'picasso-staging-rollout', 'StateMachineType': 'STANDARD',
     'RoleArn': 'arn:aws:iam::1:role/r', 'DefinitionSubstitutions': {%s},
     'LoggingConfiguration': {'Level': 'ALL'},
     'DefinitionString': '{"StartAt":"Do","States":{"Do":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"${FunctionArn}"},"End":true}}}'}
    """
        .formatted(substitutions);
  }
}

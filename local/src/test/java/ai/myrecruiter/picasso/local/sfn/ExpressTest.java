package ai.myrecruiter.picasso.local.sfn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.local.engine.Machines;
import ai.myrecruiter.picasso.local.engine.Workbench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.IncludedData;
import software.amazon.awssdk.services.sfn.model.InvalidArnException;
import software.amazon.awssdk.services.sfn.model.InvalidDefinitionException;
import software.amazon.awssdk.services.sfn.model.RoutingConfigurationListItem;
import software.amazon.awssdk.services.sfn.model.StateMachineAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.StateMachineType;
import software.amazon.awssdk.services.sfn.model.StateMachineTypeNotSupportedException;
import software.amazon.awssdk.services.sfn.model.SyncExecutionStatus;

/** Express workflows as the real SDK sees them, over HTTP. */
final class ExpressTest {
  private static final String ECHO = Machines.single("{\"Type\": \"Pass\"}");
  private static final String FAIL =
      """
      {"StartAt": "F", "States": {"F": {"Type": "Fail", "Error": "Broken", "Cause": "as told"}}}
      """;
  private final LiveStepFunctions live = new LiveStepFunctions();
  private final SfnClient sdk = live.sdk();

  @AfterEach
  void close() {
    live.close();
  }

  private String express(String definition) {
    return sdk.createStateMachine(
            b -> b.name("quick").definition(definition).roleArn(Workbench.ROLE).type("EXPRESS"))
        .stateMachineArn();
  }

  @Test
  void answersWithTheEndOfTheExecution() {
    var machine = express(ECHO);
    var end =
        sdk.startSyncExecution(
            b -> b.stateMachineArn(machine).name("once").input("{\"a\": 1}").traceHeader("Root=1"));

    assertThat(end.status()).isEqualTo(SyncExecutionStatus.SUCCEEDED);
    assertThat(end.output()).isEqualTo("{\"a\":1}");
    assertThat(end.outputDetails().included()).isTrue();
    assertThat(end.input()).isEqualTo("{\"a\": 1}");
    assertThat(end.stateMachineArn()).isEqualTo(machine);
    assertThat(end.executionArn()).contains(":express:quick:once:");
    assertThat(end.stopDate()).isAfterOrEqualTo(end.startDate());
    assertThat(end.traceHeader()).isEqualTo("Root=1");
    assertThat(end.billingDetails().billedDurationInMilliseconds() % 100).isZero();
  }

  @Test
  void answersWellWhenTheExecutionFails() {
    var machine = express(FAIL);
    var end = sdk.startSyncExecution(b -> b.stateMachineArn(machine));

    assertThat(end.status()).isEqualTo(SyncExecutionStatus.FAILED);
    assertThat(end.error()).isEqualTo("Broken");
    assertThat(end.cause()).isEqualTo("as told");
    assertThat(end.output()).isNull();
    assertThat(end.outputDetails()).isNull();
  }

  @Test
  void leavesTheDataOutForThoseWhoMayNotSeeIt() {
    var machine = express(ECHO);
    var end =
        sdk.startSyncExecution(
            b -> b.stateMachineArn(machine).includedData(IncludedData.METADATA_ONLY));

    assertThat(end.status()).isEqualTo(SyncExecutionStatus.SUCCEEDED);
    assertThat(end.input()).isNull();
    assertThat(end.output()).isNull();
  }

  @Test
  void runsTheSameNameTwiceAndKeepsBothFromView() {
    var machine = express(ECHO);
    var first = sdk.startExecution(b -> b.stateMachineArn(machine).name("same")).executionArn();
    var second = sdk.startExecution(b -> b.stateMachineArn(machine).name("same")).executionArn();

    assertThat(first).isNotEqualTo(second);
    refusesArn(() -> sdk.describeExecution(b -> b.executionArn(first)));
    refusesArn(() -> sdk.getExecutionHistory(b -> b.executionArn(first)));
    refusesArn(() -> sdk.stopExecution(b -> b.executionArn(first)));
    refusesArn(() -> sdk.describeStateMachineForExecution(b -> b.executionArn(first)));
    assertThatThrownBy(() -> sdk.listExecutions(b -> b.stateMachineArn(machine)))
        .isInstanceOf(StateMachineTypeNotSupportedException.class)
        .hasMessageContaining("is EXPRESS");
  }

  private static void refusesArn(Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOf(InvalidArnException.class)
        .hasMessageContaining("Resource type not valid in this context: express");
  }

  @Test
  void showsTheTypeWhereverAMachineIsShown() {
    var machine = express(ECHO);
    assertThat(sdk.describeStateMachine(b -> b.stateMachineArn(machine)).type())
        .isEqualTo(StateMachineType.EXPRESS);
    assertThat(sdk.listStateMachines().stateMachines())
        .singleElement()
        .matches(machineItem -> machineItem.type() == StateMachineType.EXPRESS);
  }

  @Test
  void runsAVersionByItsAlias() {
    var machine = express(ECHO);
    var version = sdk.publishStateMachineVersion(b -> b.stateMachineArn(machine));
    var alias =
        sdk.createStateMachineAlias(b ->
                b.name("live")
                    .routingConfiguration(
                        RoutingConfigurationListItem.builder()
                            .stateMachineVersionArn(version.stateMachineVersionArn())
                            .weight(100)
                            .build()))
            .stateMachineAliasArn();
    assertThat(sdk.startSyncExecution(b -> b.stateMachineArn(alias)).status())
        .isEqualTo(SyncExecutionStatus.SUCCEEDED);
  }

  @Test
  void doesNotTakeANameThatAMachineOfTheOtherTypeHas() {
    live.create("quick", ECHO);
    assertThatThrownBy(() -> express(ECHO)).isInstanceOf(StateMachineAlreadyExistsException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lambda:invoke.waitForTaskToken", "states:startExecution.sync:2"})
  void refusesToWaitForMoreThanTheAnswerOfAService(String resource) {
    var waits =
        Machines.single(
            "{\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::" + resource + "\"}");
    assertThatThrownBy(() -> express(waits))
        .isInstanceOf(InvalidDefinitionException.class)
        .hasMessageContaining("Express state machine does not support");
  }

  @Test
  void waitsForNoStandardExecution() {
    var machine = live.create(ECHO);
    assertThatThrownBy(() -> sdk.startSyncExecution(b -> b.stateMachineArn(machine)))
        .isInstanceOf(StateMachineTypeNotSupportedException.class)
        .hasMessageContaining("is STANDARD");
  }
}

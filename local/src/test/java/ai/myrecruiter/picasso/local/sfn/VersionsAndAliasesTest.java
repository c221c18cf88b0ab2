package ai.myrecruiter.picasso.local.sfn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.local.engine.Machines;
import ai.myrecruiter.picasso.local.engine.Workbench;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ConflictException;
import software.amazon.awssdk.services.sfn.model.InvalidArnException;
import software.amazon.awssdk.services.sfn.model.InvalidNameException;
import software.amazon.awssdk.services.sfn.model.MissingRequiredParameterException;
import software.amazon.awssdk.services.sfn.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sfn.model.RoutingConfigurationListItem;
import software.amazon.awssdk.services.sfn.model.StateMachineAliasListItem;
import software.amazon.awssdk.services.sfn.model.StateMachineDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.StateMachineVersionListItem;
import software.amazon.awssdk.services.sfn.model.ValidationException;

/** Revisions, versions and aliases of state machines, by the real SDK over HTTP. */
final class VersionsAndAliasesTest {
  private static final String ONE = returning("1");
  private static final String TWO = returning("2");
  private final LiveStepFunctions live = new LiveStepFunctions();
  private final SfnClient sdk = live.sdk();
  private String machine = "";

  private static String returning(String result) {
    return Machines.single("{\"Type\": \"Pass\", \"Result\": %s}".formatted(result));
  }

  @BeforeEach
  void create() {
    machine = live.create(ONE);
  }

  @AfterEach
  void close() {
    live.close();
  }

  private String publish() {
    return sdk.publishStateMachineVersion(b -> b.stateMachineArn(machine)).stateMachineVersionArn();
  }

  private void update(String definition) {
    sdk.updateStateMachine(b -> b.stateMachineArn(machine).definition(definition));
  }

  private String run(String arn) throws InterruptedException {
    return live.waitForEnd(
            sdk.startExecution(b -> b.stateMachineArn(arn).input("{}")).executionArn())
        .output();
  }

  private static RoutingConfigurationListItem route(String version, int weight) {
    return RoutingConfigurationListItem.builder()
        .stateMachineVersionArn(version)
        .weight(weight)
        .build();
  }

  private String alias(String name, RoutingConfigurationListItem... routes) {
    return sdk.createStateMachineAlias(b -> b.name(name).routingConfiguration(routes))
        .stateMachineAliasArn();
  }

  @Test
  void anUpdateChangesTheNextExecutionAndTheRevision() throws InterruptedException {
    assertThat(sdk.describeStateMachine(b -> b.stateMachineArn(machine)).revisionId()).isNull();
    var changed =
        sdk.updateStateMachine(
            b -> b.stateMachineArn(machine).definition(TWO).roleArn(Workbench.ROLE + "-2"));
    assertThat(run(machine)).isEqualTo("2");
    var described = sdk.describeStateMachine(b -> b.stateMachineArn(machine));
    assertThat(described.revisionId()).isEqualTo(changed.revisionId()).isNotBlank();
    assertThat(described.roleArn()).endsWith("-2");
    assertThat(changed.updateDate()).isAfterOrEqualTo(described.creationDate());
  }

  @Test
  void anExecutionKeepsTheRevisionItStartedWith() {
    update(Machines.single("{\"Type\": \"Wait\", \"Seconds\": 600}"));
    var execution = sdk.startExecution(b -> b.stateMachineArn(machine)).executionArn();
    var revision = sdk.describeStateMachine(b -> b.stateMachineArn(machine)).revisionId();
    update(TWO);
    var used = sdk.describeStateMachineForExecution(b -> b.executionArn(execution));
    assertThat(used.definition()).contains("600");
    assertThat(used.revisionId()).isEqualTo(revision);
  }

  @Test
  void anUpdateOfNothingIsRefused() {
    assertThatThrownBy(() -> sdk.updateStateMachine(b -> b.stateMachineArn(machine)))
        .isInstanceOf(MissingRequiredParameterException.class);
    assertThatThrownBy(
            () -> sdk.updateStateMachine(b -> b.stateMachineArn(machine).versionDescription("x")))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("publish");
  }

  @Test
  void aVersionStaysAsItWasPublished() throws InterruptedException {
    var first = publish();
    update(TWO);
    var second = publish();
    assertThat(first).isEqualTo(machine + ":1");
    assertThat(second).isEqualTo(machine + ":2");
    assertThat(List.of(run(first), run(second), run(machine))).containsExactly("1", "2", "2");
    assertThat(sdk.describeStateMachine(b -> b.stateMachineArn(first)).definition()).isEqualTo(ONE);
    assertThat(sdk.listExecutions(b -> b.stateMachineArn(first)).executions())
        .singleElement()
        .satisfies(item -> assertThat(item.stateMachineVersionArn()).isEqualTo(first));
    assertThat(sdk.listExecutions(b -> b.stateMachineArn(machine)).executions()).hasSize(3);
  }

  @Test
  void publishingTwiceGivesTheSameVersion() {
    assertThat(publish()).isEqualTo(publish());
    assertThat(
            sdk.publishStateMachineVersion(
                    b -> b.stateMachineArn(machine).revisionId("INITIAL").description("again"))
                .stateMachineVersionArn())
        .isEqualTo(machine + ":1");
    assertThatThrownBy(() ->
            sdk.publishStateMachineVersion(b -> b.stateMachineArn(machine).revisionId("other")))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("INITIAL");
  }

  @Test
  void versionsComeNewestFirstAndTheirNumbersNeverTwice() {
    publish();
    update(TWO);
    publish();
    var page = sdk.listStateMachineVersions(b -> b.stateMachineArn(machine).maxResults(1));
    var next =
        sdk.listStateMachineVersions(
            b -> b.stateMachineArn(machine).maxResults(1).nextToken(page.nextToken()));
    assertThat(Stream.of(page, next).flatMap(p -> p.stateMachineVersions().stream()))
        .extracting(StateMachineVersionListItem::stateMachineVersionArn)
        .containsExactly(machine + ":2", machine + ":1");
    assertThat(next.nextToken()).isNull();
    sdk.deleteStateMachineVersion(b -> b.stateMachineVersionArn(machine + ":2"));
    sdk.deleteStateMachineVersion(b -> b.stateMachineVersionArn(machine + ":2"));
    assertThat(publish()).isEqualTo(machine + ":3");
    assertThatThrownBy(() -> run(machine + ":2"))
        .isInstanceOf(StateMachineDoesNotExistException.class);
  }

  @Test
  void creationAndUpdatePublishWhenAskedTo() {
    var created =
        sdk.createStateMachine(b ->
            b.name("published")
                .definition(ONE)
                .roleArn(Workbench.ROLE)
                .publish(true)
                .versionDescription("first"));
    assertThat(created.stateMachineVersionArn()).endsWith(":published:1");
    assertThat(
            sdk.describeStateMachine(b -> b.stateMachineArn(created.stateMachineVersionArn()))
                .description())
        .isEqualTo("first");
    assertThat(
            sdk.updateStateMachine(
                    b -> b.stateMachineArn(created.stateMachineArn()).definition(TWO).publish(true))
                .stateMachineVersionArn())
        .endsWith(":published:2");
  }

  @Test
  void anAliasSharesExecutionsAmongItsVersionsByWeight() throws InterruptedException {
    var first = publish();
    update(TWO);
    var second = publish();
    var named = alias("live", route(first, 80), route(second, 20));
    assertThat(named).isEqualTo(machine + ":live");
    Map<String, Integer> outputs = new HashMap<>();
    for (int i = 0; i < 100; i++) {
      outputs.merge(run(named), 1, Integer::sum);
    }
    assertThat(outputs.get("1")).isBetween(60, 95);
    assertThat(outputs.get("2")).isBetween(5, 40);
    var item = sdk.listExecutions(b -> b.stateMachineArn(named).maxResults(1)).executions();
    assertThat(item.getFirst().stateMachineAliasArn()).isEqualTo(named);
    var described = sdk.describeExecution(b -> b.executionArn(item.getFirst().executionArn()));
    assertThat(described.stateMachineArn()).isEqualTo(machine);
    assertThat(described.stateMachineAliasArn()).isEqualTo(named);
    assertThat(described.stateMachineVersionArn()).isIn(first, second);
  }

  @Test
  void anAliasIsMovedDescribedListedAndDeleted() throws InterruptedException {
    var first = publish();
    update(TWO);
    var second = publish();
    var named = alias("live", route(first, 100));
    alias("old", route(first, 100));
    assertThat(alias("live", route(first, 100))).isEqualTo(named);
    sdk.updateStateMachineAlias(b ->
        b.stateMachineAliasArn(named).description("d").routingConfiguration(route(second, 100)));
    assertThat(run(named)).isEqualTo("2");
    var described = sdk.describeStateMachineAlias(b -> b.stateMachineAliasArn(named));
    assertThat(described.description()).isEqualTo("d");
    assertThat(described.routingConfiguration()).containsExactly(route(second, 100));
    assertThat(names(machine)).containsExactly(machine + ":old", named);
    assertThat(names(second)).containsExactly(named);
    assertThatThrownBy(() -> sdk.deleteStateMachineVersion(b -> b.stateMachineVersionArn(second)))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining(named);
    sdk.deleteStateMachineAlias(b -> b.stateMachineAliasArn(named));
    assertThatThrownBy(() -> sdk.describeStateMachineAlias(b -> b.stateMachineAliasArn(named)))
        .isInstanceOf(ResourceNotFoundException.class);
    sdk.deleteStateMachineVersion(b -> b.stateMachineVersionArn(second));
  }

  private List<String> names(String arn) {
    return sdk.listStateMachineAliases(b -> b.stateMachineArn(arn)).stateMachineAliases().stream()
        .map(StateMachineAliasListItem::stateMachineAliasArn)
        .toList();
  }

  @Test
  void anAliasThatCannotBeServedIsRefused() {
    var first = publish();
    assertThatThrownBy(() -> alias("1", route(first, 100)))
        .isInstanceOf(InvalidNameException.class);
    assertThatThrownBy(() -> alias("a", route(machine + ":9", 100)))
        .isInstanceOf(ResourceNotFoundException.class);
    assertThatThrownBy(() -> alias("a", route(first, 99)))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("[99]");
    assertThatThrownBy(() -> alias("a", route(first, 50), route(first, 50)))
        .isInstanceOf(ValidationException.class);
    assertThatThrownBy(() -> alias("a")).isInstanceOf(ValidationException.class);
    alias("a", route(first, 100));
    update(TWO);
    var second = publish();
    assertThatThrownBy(() -> alias("a", route(second, 100))).isInstanceOf(ConflictException.class);
    assertThatThrownBy(
            () -> sdk.updateStateMachineAlias(b -> b.stateMachineAliasArn(machine + ":a")))
        .isInstanceOf(ValidationException.class);
  }

  @Test
  void onlyTheMachineItselfIsUpdatedPublishedAndDeleted() {
    var version = publish();
    assertThatThrownBy(
            () -> sdk.updateStateMachine(b -> b.stateMachineArn(version).definition(TWO)))
        .isInstanceOf(ValidationException.class);
    assertThatThrownBy(() -> sdk.publishStateMachineVersion(b -> b.stateMachineArn(version)))
        .isInstanceOf(ValidationException.class);
    assertThatThrownBy(() -> sdk.deleteStateMachine(b -> b.stateMachineArn(version)))
        .isInstanceOf(ValidationException.class);
    assertThatThrownBy(() -> sdk.describeStateMachine(b -> b.stateMachineArn(machine + ":a:b")))
        .isInstanceOf(InvalidArnException.class);
  }

  @Test
  void aDeletedMachineIsGoneWithAllThatHangsOnIt() throws InterruptedException {
    update(Machines.single("{\"Type\": \"Wait\", \"Seconds\": 600}"));
    var version = publish();
    var named = alias("live", route(version, 100));
    var execution = sdk.startExecution(b -> b.stateMachineArn(named)).executionArn();
    sdk.deleteStateMachine(b -> b.stateMachineArn(machine));
    sdk.deleteStateMachine(b -> b.stateMachineArn(machine));
    for (var arn : List.of(machine, version, named)) {
      assertThatThrownBy(() -> sdk.startExecution(b -> b.stateMachineArn(arn)))
          .isInstanceOf(StateMachineDoesNotExistException.class);
    }
    assertThat(sdk.listStateMachines().stateMachines()).isEmpty();
    assertThat(sdk.listStateMachineVersions(b -> b.stateMachineArn(machine)).stateMachineVersions())
        .isEmpty();
    assertThat(endOf(execution)).isEqualTo("ABORTED");
    assertThat(sdk.describeStateMachineForExecution(b -> b.executionArn(execution)).name())
        .isEqualTo("machine");
  }

  private String endOf(String execution) throws InterruptedException {
    return live.waitForEnd(execution).statusAsString();
  }
}

package ai.myrecruiter.picasso.local.sfn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.local.engine.Machines;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.InvalidArnException;
import software.amazon.awssdk.services.sfn.model.InvalidDefinitionException;
import software.amazon.awssdk.services.sfn.model.InvalidExecutionInputException;
import software.amazon.awssdk.services.sfn.model.InvalidNameException;
import software.amazon.awssdk.services.sfn.model.InvalidOutputException;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sfn.model.RoutingConfigurationListItem;
import software.amazon.awssdk.services.sfn.model.ServiceQuotaExceededException;
import software.amazon.awssdk.services.sfn.model.SfnException;
import software.amazon.awssdk.services.sfn.model.StateMachineAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.StateMachineDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.StateMachineTypeNotSupportedException;
import software.amazon.awssdk.services.sfn.model.Tag;
import software.amazon.awssdk.services.sfn.model.TaskDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;
import software.amazon.awssdk.services.sfn.model.TooManyTagsException;
import software.amazon.awssdk.services.sfn.model.ValidationException;

/** Every refusal as the exception that the real SDK throws for it. */
final class RefusalsTest {
  private static final String PASS = Machines.single("{\"Type\": \"Pass\"}");
  private static final String WAIT = Machines.single("{\"Type\": \"Wait\", \"Seconds\": 600}");
  private final LiveStepFunctions live = new LiveStepFunctions();
  private final SfnClient sdk = live.sdk();

  @AfterEach
  void close() {
    live.close();
  }

  private static String express(SfnClient sdk) {
    return sdk.createStateMachine(
            b -> b.name("quick").definition(PASS).roleArn("r").type("EXPRESS"))
        .stateMachineArn();
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        of(
            ExecutionDoesNotExistException.class,
            (s, m) -> s.describeExecution(b -> b.executionArn(none("execution") + ":n"))),
        of(
            ExecutionDoesNotExistException.class,
            (s, m) -> s.stopExecution(b -> b.executionArn(none("execution") + ":n"))),
        of(
            ExecutionDoesNotExistException.class,
            (s, m) -> s.getExecutionHistory(b -> b.executionArn(none("execution") + ":n"))),
        of(
            ExecutionDoesNotExistException.class,
            (s, m) ->
                s.describeStateMachineForExecution(b -> b.executionArn(none("execution") + ":n"))),
        of(InvalidArnException.class, (s, m) -> s.describeExecution(b -> b.executionArn(m))),
        of(
            InvalidArnException.class,
            (s, m) -> s.startExecution(b -> b.stateMachineArn("not-an-arn"))),
        of(
            InvalidArnException.class,
            (s, m) -> s.listExecutions(b -> b.stateMachineArn(none("execution")))),
        of(InvalidArnException.class, (s, m) -> s.listTagsForResource(b -> b.resourceArn("x"))),
        of(
            InvalidDefinitionException.class,
            (s, m) -> s.createStateMachine(b -> b.name("m").definition("{").roleArn("r"))),
        of(
            InvalidDefinitionException.class,
            (s, m) -> s.updateStateMachine(b -> b.stateMachineArn(m).definition("[]"))),
        of(
            InvalidExecutionInputException.class,
            (s, m) -> s.startExecution(b -> b.stateMachineArn(m).input("{"))),
        of(
            InvalidExecutionInputException.class,
            (s, m) ->
                s.startExecution(
                    b -> b.stateMachineArn(m).input("\"" + "ü".repeat(200_000) + "\""))),
        of(
            InvalidNameException.class,
            (s, m) -> s.startExecution(b -> b.stateMachineArn(m).name("a b"))),
        of(
            InvalidNameException.class,
            (s, m) -> s.createStateMachine(b -> b.name("a*").definition(PASS).roleArn("r"))),
        of(
            InvalidTokenException.class,
            (s, m) -> s.listExecutions(b -> b.stateMachineArn(m).nextToken("nonsense"))),
        of(
            InvalidTokenException.class,
            (s, m) -> s.listStateMachines(b -> b.nextToken("nonsense"))),
        of(
            InvalidTokenException.class,
            (s, m) -> s.listStateMachineVersions(b -> b.stateMachineArn(m).nextToken("nonsense"))),
        of(
            InvalidTokenException.class,
            (s, m) -> s.listStateMachineAliases(b -> b.stateMachineArn(m).nextToken("nonsense"))),
        of(
            InvalidTokenException.class,
            (s, m) -> s.sendTaskHeartbeat(b -> b.taskToken("nonsense"))),
        of(
            TaskDoesNotExistException.class,
            (s, m) -> s.sendTaskSuccess(b -> b.taskToken("A".repeat(64)).output("1"))),
        of(
            ResourceNotFoundException.class,
            (s, m) -> s.listTagsForResource(b -> b.resourceArn(none("stateMachine")))),
        of(
            ResourceNotFoundException.class,
            (s, m) -> s.describeStateMachineAlias(b -> b.stateMachineAliasArn(m + ":live"))),
        of(
            StateMachineAlreadyExistsException.class,
            (s, m) -> s.createStateMachine(b -> b.name("machine").definition(PASS).roleArn("r"))),
        of(
            StateMachineDoesNotExistException.class,
            (s, m) -> s.startExecution(b -> b.stateMachineArn(none("stateMachine")))),
        of(
            StateMachineDoesNotExistException.class,
            (s, m) -> s.describeStateMachine(b -> b.stateMachineArn(m + ":7"))),
        of(
            StateMachineDoesNotExistException.class,
            (s, m) -> s.listExecutions(b -> b.stateMachineArn(none("stateMachine")))),
        of(
            StateMachineDoesNotExistException.class,
            (s, m) -> s.publishStateMachineVersion(b -> b.stateMachineArn(none("stateMachine")))),
        of(
            StateMachineTypeNotSupportedException.class,
            (s, m) -> s.listExecutions(b -> b.stateMachineArn(express(s)))),
        of(
            StateMachineTypeNotSupportedException.class,
            (s, m) -> s.startSyncExecution(b -> b.stateMachineArn(m))),
        of(ValidationException.class, (s, m) -> s.startExecution(b -> b.name("x"))),
        of(
            ValidationException.class,
            (s, m) -> s.startExecution(b -> b.stateMachineArn(m).name("n".repeat(81)))),
        of(
            ValidationException.class,
            (s, m) -> s.startExecution(b -> b.stateMachineArn(m).input(" ".repeat(262_145)))),
        of(
            ValidationException.class,
            (s, m) -> s.stopExecution(b -> b.executionArn(m).cause("c".repeat(32_769)))),
        of(
            ValidationException.class,
            (s, m) -> s.listExecutions(b -> b.stateMachineArn(m).maxResults(1001))),
        of(
            ValidationException.class,
            (s, m) -> s.listExecutions(b -> b.stateMachineArn(m).maxResults(-1))),
        of(
            ValidationException.class,
            (s, m) -> s.listExecutions(b -> b.stateMachineArn(m).statusFilter("DONE"))),
        of(ValidationException.class, (s, m) -> s.listExecutions(b -> b.mapRunArn("m"))),
        of(
            ValidationException.class,
            (s, m) -> s.validateStateMachineDefinition(b -> b.definition(PASS).maxResults(101))),
        of(
            ValidationException.class,
            (s, m) -> s.deleteStateMachineVersion(b -> b.stateMachineVersionArn(m + ":live"))));
  }

  private static Arguments of(
      Class<? extends SfnException> type, BiConsumer<SfnClient, String> call) {
    return Arguments.of(type, call);
  }

  private static String none(String kind) {
    return "arn:aws:states:us-east-1:000000000000:%s:none".formatted(kind);
  }

  @ParameterizedTest(name = "{0} {index}")
  @MethodSource("refusals")
  void areTypedExceptions(Class<SfnException> type, BiConsumer<SfnClient, String> call) {
    var machine = live.create(WAIT);
    assertThatThrownBy(() -> call.accept(sdk, machine))
        .isInstanceOfSatisfying(
            type,
            refusal -> {
              assertThat(refusal.statusCode()).isEqualTo(400);
              assertThat(refusal.awsErrorDetails().errorMessage()).isNotBlank();
              assertThat(refusal.requestId()).isNotBlank();
            });
  }

  @Test
  void aNameIsTakenByTheSameInputOnlyWhileItRuns() {
    var machine = live.create(WAIT);
    var first = sdk.startExecution(b -> b.stateMachineArn(machine).name("n").input("{}"));
    assertThat(sdk.startExecution(b -> b.stateMachineArn(machine).name("n").input("{}")))
        .satisfies(again -> assertThat(again.executionArn()).isEqualTo(first.executionArn()));
    sdk.stopExecution(b -> b.executionArn(first.executionArn()));
    assertThatThrownBy(() -> sdk.startExecution(b -> b.stateMachineArn(machine).name("n")))
        .isInstanceOf(ExecutionAlreadyExistsException.class);
  }

  @Test
  void aTaskTakesOneAnswerThatIsJson() throws InterruptedException {
    live.start(Machines.single(Machines.await("ask", "\"TimeoutSeconds\": 60")), "{}");
    var token = live.token();
    assertThatThrownBy(() -> sdk.sendTaskSuccess(b -> b.taskToken(token).output("{")))
        .isInstanceOf(InvalidOutputException.class);
    sdk.sendTaskFailure(b -> b.taskToken(token).error("E").cause("c"));
    assertThatThrownBy(() -> sdk.sendTaskSuccess(b -> b.taskToken(token).output("1")))
        .isInstanceOf(TaskTimedOutException.class);
    assertThatThrownBy(() -> sdk.sendTaskHeartbeat(b -> b.taskToken(token)))
        .isInstanceOf(TaskTimedOutException.class);
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() {
    assertThatThrownBy(() -> sdk.createStateMachine(b -> b.name("").definition(PASS)))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("2 validation errors detected: ")
        .hasMessageContaining(
            "Value '' at 'name' failed to satisfy constraint: Member must have length greater than"
                + " or equal to 1")
        .hasMessageContaining(
            "Value null at 'roleArn' failed to satisfy constraint: Member must not be null");
  }

  @Test
  void aMachineHasAtMostFiftyTags() {
    var machine = live.create(PASS);
    sdk.tagResource(b -> b.resourceArn(machine).tags(tag("stage", "1")));
    sdk.tagResource(b -> b.resourceArn(machine).tags(tag("stage", "2"), tag("b", "3")));
    assertThat(tags(machine)).containsExactly("b=3", "stage=2");
    sdk.untagResource(b -> b.resourceArn(machine).tagKeys("b", "none"));
    assertThat(tags(machine)).containsExactly("stage=2");
    var more = IntStream.range(0, 50).mapToObj(i -> tag("k" + i, "v")).toList();
    assertThatThrownBy(() -> sdk.tagResource(b -> b.resourceArn(machine).tags(more)))
        .isInstanceOf(TooManyTagsException.class);
    assertThat(tags(machine)).containsExactly("stage=2");
  }

  private static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }

  private Stream<String> tags(String arn) {
    return sdk.listTagsForResource(b -> b.resourceArn(arn)).tags().stream()
        .map(tag -> tag.key() + "=" + tag.value());
  }

  @Test
  void aMachineHasAtMostAHundredAliases() {
    var machine = live.create(PASS);
    var version =
        sdk.publishStateMachineVersion(b -> b.stateMachineArn(machine)).stateMachineVersionArn();
    IntStream.range(0, 100).forEach(i -> alias("a" + i, version));
    assertThatThrownBy(() -> alias("more", version))
        .isInstanceOf(ServiceQuotaExceededException.class);
  }

  private void alias(String name, String version) {
    var route =
        RoutingConfigurationListItem.builder().stateMachineVersionArn(version).weight(100).build();
    sdk.createStateMachineAlias(b -> b.name(name).routingConfiguration(route));
  }

  @Test
  void diagnosticsAreCutWhereTheCallerSays() {
    var answer =
        sdk.validateStateMachineDefinition(b -> b.definition("{\"States\": {}}").maxResults(1));
    assertThat(answer.diagnostics()).hasSize(1);
    assertThat(answer.truncated()).isTrue();
    assertThat(answer.resultAsString()).isEqualTo("FAIL");
  }

  @Test
  void anOperationThatIsNotThereSaysWhichAre() throws Exception {
    assertThat(live.post("AWSStepFunctions.RedriveExecution", "{}").body())
        .contains("RedriveExecution")
        .contains(
            "[CreateStateMachine, CreateStateMachineAlias, DeleteStateMachine,"
                + " DeleteStateMachineAlias, DeleteStateMachineVersion, DescribeExecution,"
                + " DescribeStateMachine, DescribeStateMachineAlias,"
                + " DescribeStateMachineForExecution, GetExecutionHistory, ListExecutions,"
                + " ListStateMachineAliases, ListStateMachineVersions, ListStateMachines,"
                + " ListTagsForResource, PublishStateMachineVersion, SendTaskFailure,"
                + " SendTaskHeartbeat, SendTaskSuccess, StartExecution, StartSyncExecution,"
                + " StopExecution, TagResource, UntagResource, UpdateStateMachine,"
                + " UpdateStateMachineAlias, ValidateStateMachineDefinition]");
  }
}

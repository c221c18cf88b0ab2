package ai.myrecruiter.picasso.local.sfn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.local.engine.FakeFunctions;
import ai.myrecruiter.picasso.local.engine.Machines;
import ai.myrecruiter.picasso.local.engine.Workbench;
import ai.myrecruiter.picasso.local.engine.data.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;
import software.amazon.awssdk.services.sfn.model.IncludedData;
import software.amazon.awssdk.services.sfn.model.InvalidArnException;
import software.amazon.awssdk.services.sfn.model.InvalidDefinitionException;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;
import software.amazon.awssdk.services.sfn.model.ValidateStateMachineDefinitionResultCode;
import software.amazon.awssdk.services.sfn.model.ValidationException;

final class StageSfnClientTest {
  private static final String PASS = Machines.single("{\"Type\": \"Pass\"}");
  private static final String WAIT = Machines.single("{\"Type\": \"Wait\", \"Seconds\": 60}");
  private final Workbench bench = new Workbench();
  private final SfnClient client = StageSfnClient.of(bench.stepFunctions());

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void runsAnExecutionFromCreationToItsHistory() {
    var machine =
        client.createStateMachine(b -> b.name("m").definition(PASS).roleArn(Workbench.ROLE));
    var started =
        client.startExecution(
            b -> b.stateMachineArn(machine.stateMachineArn()).name("job").input("{\"a\":1}"));
    assertThat(started.startDate()).isEqualTo(Workbench.START);
    bench.loop().runFor(Duration.ofSeconds(1));
    var described = client.describeExecution(b -> b.executionArn(started.executionArn()));
    assertThat(described.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(described.output()).isEqualTo("{\"a\":1}");
    assertThat(described.input()).isEqualTo("{\"a\":1}");
    assertThat(described.stopDate()).isEqualTo(Workbench.START);
    assertThat(client.getExecutionHistory(b -> b.executionArn(started.executionArn())).events())
        .extracting(HistoryEvent::type)
        .containsExactly(
            HistoryEventType.EXECUTION_STARTED,
            HistoryEventType.PASS_STATE_ENTERED,
            HistoryEventType.PASS_STATE_EXITED,
            HistoryEventType.EXECUTION_SUCCEEDED);
  }

  @Test
  void takesAnEmptyObjectForNoInput() {
    var arn = bench.machine(PASS).arn();
    var execution = client.startExecution(b -> b.stateMachineArn(arn)).executionArn();
    assertThat(client.describeExecution(b -> b.executionArn(execution)).input()).isEqualTo("{}");
  }

  @Test
  void leavesDataOutWhenAskedTo() {
    var end = bench.run(PASS, "{\"a\":1}");
    var described =
        client.describeExecution(
            b -> b.executionArn(end.arn()).includedData(IncludedData.METADATA_ONLY));
    assertThat(described.input()).isNull();
    assertThat(described.output()).isNull();
    var events =
        client
            .getExecutionHistory(b -> b.executionArn(end.arn()).includeExecutionData(false))
            .events();
    assertThat(events.getFirst().executionStartedEventDetails().input()).isNull();
    assertThat(events.get(1).stateEnteredEventDetails().name()).isEqualTo("Only");
  }

  @Test
  void pagesAHistoryForwardsAndBackwards() {
    var end =
        bench.run(
            """
            {"StartAt": "A", "States": {
              "A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Pass", "End": true}}}\
            """,
            "{}");
    assertThat(ids(end.arn(), false, 4)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    assertThat(ids(end.arn(), true, 4)).containsExactly(6L, 5L, 4L, 3L, 2L, 1L);
    assertThat(ids(end.arn(), true, 1)).hasSize(6);
    assertThat(
            client
                .getExecutionHistoryPaginator(b -> b.executionArn(end.arn()).maxResults(2))
                .events())
        .hasSize(6);
  }

  private List<Long> ids(String arn, boolean reverse, int size) {
    var ids = new ArrayList<Long>();
    String token = null;
    do {
      var next = token;
      var page =
          client.getExecutionHistory(
              b -> b.executionArn(arn).reverseOrder(reverse).maxResults(size).nextToken(next));
      assertThat(page.events()).hasSizeBetween(1, size);
      page.events().forEach(event -> ids.add(event.id()));
      token = page.nextToken();
    } while (token != null);
    return ids;
  }

  @Test
  void listsExecutionsByStatus() {
    var arn = bench.machine(WAIT).arn();
    var first = client.startExecution(b -> b.stateMachineArn(arn).name("one"));
    client.startExecution(b -> b.stateMachineArn(arn).name("two"));
    client.stopExecution(b -> b.executionArn(first.executionArn()).error("E").cause("c"));
    assertThat(client.listExecutions(b -> b.stateMachineArn(arn)).executions()).hasSize(2);
    assertThat(
            client
                .listExecutions(b -> b.stateMachineArn(arn).statusFilter(ExecutionStatus.ABORTED))
                .executions())
        .singleElement()
        .satisfies(item -> {
          assertThat(item.name()).isEqualTo("one");
          assertThat(item.stopDate()).isEqualTo(Workbench.START);
        });
  }

  @Test
  void goesOnWithAPageWhenNewExecutionsHaveCome() {
    var arn = bench.machine(WAIT).arn();
    for (var name : List.of("one", "two", "three")) {
      client.startExecution(b -> b.stateMachineArn(arn).name(name));
    }
    var first = client.listExecutions(b -> b.stateMachineArn(arn).maxResults(2));
    client.startExecution(b -> b.stateMachineArn(arn).name("four"));
    var second =
        client.listExecutions(
            b -> b.stateMachineArn(arn).maxResults(2).nextToken(first.nextToken()));
    assertThat(first.executions()).extracting(e -> e.name()).containsExactly("three", "two");
    assertThat(second.executions()).extracting(e -> e.name()).containsExactly("one");
    assertThat(second.nextToken()).isNull();
  }

  @Test
  void describesStateMachines() {
    var machine = bench.machine(PASS);
    assertThat(client.listStateMachines().stateMachines())
        .singleElement()
        .satisfies(item -> assertThat(item.stateMachineArn()).isEqualTo(machine.arn()));
    var described = client.describeStateMachine(b -> b.stateMachineArn(machine.arn()));
    assertThat(described.definition()).isEqualTo(PASS);
    assertThat(described.typeAsString()).isEqualTo("STANDARD");
    var end = bench.run(PASS, "{}");
    assertThat(client.describeStateMachineForExecution(b -> b.executionArn(end.arn())).definition())
        .isEqualTo(PASS);
  }

  @Test
  void completesTasksByToken() {
    bench.functions().when("ask", FakeFunctions.returns("1"));
    var execution =
        bench.start(Machines.single(Machines.await("ask", "\"HeartbeatSeconds\": 60")), "{}");
    bench.loop().runFor(Duration.ZERO);
    var call = bench.functions().calls().getFirst();
    var token = Json.parse(call.substring(4)).path("token").textValue();
    client.sendTaskHeartbeat(b -> b.taskToken(token));
    client.sendTaskSuccess(b -> b.taskToken(token).output("2"));
    assertThatThrownBy(() -> client.sendTaskFailure(b -> b.taskToken(token).error("E")))
        .isInstanceOf(TaskTimedOutException.class);
    assertThat(bench.finish(execution).output()).contains("2");
  }

  @Test
  void throwsWhatTheRealClientThrows() {
    var arn = bench.machine(WAIT).arn();
    client.startExecution(b -> b.stateMachineArn(arn).name("one"));
    assertThatThrownBy(
            () -> client.startExecution(b -> b.stateMachineArn(arn).name("one").input("[]")))
        .isInstanceOfSatisfying(
            ExecutionAlreadyExistsException.class,
            e -> {
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ExecutionAlreadyExists");
              assertThat(e.statusCode()).isEqualTo(400);
            })
        .hasMessageContaining("Execution Already Exists: '");
    assertThatThrownBy(() ->
            client.describeExecution(
                b -> b.executionArn(arn.replace("stateMachine", "execution") + ":none")))
        .isInstanceOf(ExecutionDoesNotExistException.class);
    assertThatThrownBy(() -> client.describeExecution(b -> b.executionArn("x")))
        .isInstanceOf(InvalidArnException.class);
    assertThatThrownBy(() -> client.sendTaskSuccess(b -> b.taskToken("x").output("1")))
        .isInstanceOf(InvalidTokenException.class);
    assertThatThrownBy(
            () -> client.createStateMachine(b -> b.name("m").definition("{}").roleArn("r")))
        .isInstanceOf(InvalidDefinitionException.class);
    assertThatThrownBy(() -> client.startSyncExecution(b -> b.stateMachineArn(arn)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("StartSyncExecution would wait for the loop on the loop itself");
  }

  @Test
  void refusesArgumentsThatAreMissingOrOutOfRange() {
    assertThatThrownBy(() -> client.startExecution(b -> b.name("x")))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("Value null at 'stateMachineArn'");
    assertThatThrownBy(() -> client.listStateMachines(b -> b.maxResults(1001)))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("Value '1001' at 'maxResults'");
    assertThatThrownBy(() -> client.listStateMachines(b -> b.nextToken("nonsense")))
        .isInstanceOf(InvalidTokenException.class);
  }

  @Test
  void failsLoudlyOnACallThatTheStageDoesNotHave() {
    assertThatThrownBy(() -> client.createActivity(b -> b.name("x")))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void tellsWhatIsWrongWithADefinition() {
    var bad = client.validateStateMachineDefinition(b -> b.definition("{\"States\": {}}"));
    assertThat(bad.result()).isEqualTo(ValidateStateMachineDefinitionResultCode.FAIL);
    assertThat(bad.diagnostics())
        .extracting(d -> d.code() + " " + d.location())
        .containsExactly("SCHEMA_VALIDATION_FAILED /", "SCHEMA_VALIDATION_FAILED /States");
    assertThat(client.validateStateMachineDefinition(b -> b.definition(PASS)).result())
        .isEqualTo(ValidateStateMachineDefinitionResultCode.OK);
  }
}

package ai.myrecruiter.picasso.local.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.local.engine.StepFunctionsException.Code;
import ai.myrecruiter.picasso.local.engine.asl.WorkflowType;
import ai.myrecruiter.picasso.local.engine.data.Json;
import ai.myrecruiter.picasso.local.engine.task.TaskCall;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StepFunctionsTest {
  private static final String SHOW_ID =
      """
      {"StartAt": "A", "States": {"A": {"Type": "Pass", "Parameters": {"id.$": "$$.Execution.Id"}, "End": true}}}\
      """;

  private static final String WAIT = Machines.single("{\"Type\": \"Wait\", \"Seconds\": 60}");
  private static final Optional<String> JOB = Optional.of("job");
  private final Workbench bench = new Workbench();
  private final StepFunctions core = bench.stepFunctions();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void givesEachExpressExecutionAnArnOfItsOwnEvenWithTheSameName() {
    var machine = core.createStateMachine("quick", SHOW_ID, Workbench.ROLE, WorkflowType.EXPRESS);
    var first = core.startExecution(machine.arn(), Optional.of("same"), "{}");
    var second = core.startExecution(machine.arn(), Optional.of("same"), "{}");
    assertThat(first.arn())
        .startsWith("arn:aws:states:us-east-1:000000000000:express:quick:same:")
        .isNotEqualTo(second.arn());
    assertThat(end(first).output()).contains("{\"id\":\"" + first.arn() + "\"}");
    assertThat(bench.changes()).isEmpty();
    assertThatThrownBy(() -> core.createStateMachine("quick", SHOW_ID, Workbench.ROLE))
        .isInstanceOf(StepFunctionsException.class);
  }

  /** Runs an execution of any type to its end. */
  private Execution end(Execution started) {
    var end = core.whenOver(started.arn()).toCompletableFuture();
    bench.loop().runUntil(end::isDone, started.startDate().plus(Duration.ofDays(1)));
    return end.join();
  }

  @ParameterizedTest
  @CsvSource({"'',PT5M", "'\"TimeoutSeconds\": 30,',PT30S", "'\"TimeoutSeconds\": 301,',PT5M"})
  void endsAnExpressExecutionAfterFiveMinutesUnlessItsOwnTimeIsShorter(String own, Duration after) {
    var definition =
        "{%s \"StartAt\": \"W\", \"States\": {\"W\": {\"Type\": \"Wait\", \"Seconds\": 600, \"End\": true}}}"
            .formatted(own);
    var machine = core.createStateMachine("slow", definition, Workbench.ROLE, WorkflowType.EXPRESS);
    var end = end(core.startExecution(machine.arn(), Optional.empty(), "{}"));
    assertThat(end.status()).isEqualTo(ExecutionStatus.TIMED_OUT);
    assertThat(end.stopDate()).contains(end.startDate().plus(after));
  }

  @Test
  void letsNobodyLookAtAnExpressExecution() {
    var machine = core.createStateMachine("quick", WAIT, Workbench.ROLE, WorkflowType.EXPRESS);
    var arn = core.startExecution(machine.arn(), Optional.empty(), "{}").arn();
    var rule = "Invalid Arn: 'Resource type not valid in this context: express'";
    assertRefused(() -> core.execution(arn), Code.INVALID_ARN, rule);
    assertRefused(() -> core.history(arn), Code.INVALID_ARN, rule);
    assertRefused(() -> core.stateMachineOf(arn), Code.INVALID_ARN, rule);
    assertRefused(
        () -> core.stopExecution(arn, Optional.empty(), Optional.empty()), Code.INVALID_ARN, rule);
    assertRefused(
        () -> core.executions(machine.arn()),
        Code.STATE_MACHINE_TYPE_NOT_SUPPORTED,
        "is EXPRESS, and this is for STANDARD only");
  }

  @Test
  void givesTheSameExecutionForTheSameNameAndInputWhileItRuns() {
    var arn = bench.machine(WAIT).arn();
    var first = core.startExecution(arn, JOB, "{}");
    bench.loop().runFor(Duration.ofSeconds(5));
    assertThat(core.startExecution(arn, JOB, "{}")).isEqualTo(first);
    assertThat(core.executions(arn)).hasSize(1);
  }

  @Test
  void refusesTheSameNameWithAnotherInput() {
    var arn = bench.machine(WAIT).arn();
    core.startExecution(arn, JOB, "{}");
    assertRefused(
        () -> core.startExecution(arn, JOB, "{\"a\":1}"),
        Code.EXECUTION_ALREADY_EXISTS,
        "Execution Already Exists:"
            + " 'arn:aws:states:us-east-1:000000000000:execution:machine-1:job'");
  }

  @Test
  void refusesTheSameNameAfterTheEnd() {
    var arn = bench.machine(WAIT).arn();
    bench.finish(core.startExecution(arn, JOB, "{}"));
    assertRefused(() -> core.startExecution(arn, JOB, "{}"), Code.EXECUTION_ALREADY_EXISTS, "job'");
  }

  @Test
  void takesTheSameNameForAnotherMachine() {
    var one = core.startExecution(bench.machine(WAIT).arn(), JOB, "{}");
    var two = core.startExecution(bench.machine(WAIT).arn(), JOB, "{}");
    assertThat(one.arn()).isNotEqualTo(two.arn());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a/b", "a:b", "a*", "a\n", "{a}"})
  void refusesNamesThatTheServiceRefuses(String name) {
    var arn = bench.machine(WAIT).arn();
    assertRefused(
        () -> core.startExecution(arn, Optional.of(name), "{}"), Code.INVALID_NAME, "Invalid Name");
    assertRefused(
        () -> core.createStateMachine(name, WAIT, Workbench.ROLE),
        Code.INVALID_NAME,
        "Invalid Name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"job", "a.b_c-d", "Größe", "a(b)=c+d@e!'"})
  void takesNamesThatTheServiceTakes(String name) {
    var arn = bench.machine(WAIT).arn();
    assertThat(core.startExecution(arn, Optional.of(name), "{}").name()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "not json", "{} {}"})
  void refusesAnInputThatIsNotJson(String input) {
    var arn = bench.machine(WAIT).arn();
    assertRefused(
        () -> core.startExecution(arn, JOB, input),
        Code.INVALID_EXECUTION_INPUT,
        "Invalid State Machine Execution Input");
    assertThat(core.executions(arn)).isEmpty();
  }

  @Test
  void refusesAnInputThatIsTooLarge() {
    var arn = bench.machine(WAIT).arn();
    var input = "\"" + "x".repeat(Json.MAX_PAYLOAD_BYTES - 1) + "\"";
    assertRefused(
        () -> core.startExecution(arn, JOB, input), Code.INVALID_EXECUTION_INPUT, "262144 bytes");
  }

  @Test
  void keepsTheInputAsItWasGiven() {
    var execution = bench.run(WAIT, "{ \"a\" :  1 }");
    assertThat(execution.input()).isEqualTo("{ \"a\" :  1 }");
    assertThat(execution.output()).contains("{\"a\":1}");
  }

  @Test
  void saysWhatIsNotThere() {
    var machine = "arn:aws:states:us-east-1:000000000000:stateMachine:none";
    var execution = "arn:aws:states:us-east-1:000000000000:execution:none:job";
    assertRefused(
        () -> core.startExecution(machine, JOB, "{}"),
        Code.STATE_MACHINE_DOES_NOT_EXIST,
        "State Machine Does Not Exist: '" + machine + "'");
    assertRefused(
        () -> core.execution(execution),
        Code.EXECUTION_DOES_NOT_EXIST,
        "Execution Does Not Exist: '" + execution + "'");
    assertRefused(() -> core.history(execution), Code.EXECUTION_DOES_NOT_EXIST, "");
    assertRefused(() -> core.stopExecution(execution, JOB, JOB), Code.EXECUTION_DOES_NOT_EXIST, "");
  }

  @Test
  void refusesArnsOfOtherThings() {
    assertRefused(() -> core.execution("job"), Code.INVALID_ARN, "Invalid ARN prefix: job");
    var machine = bench.machine(WAIT).arn();
    assertRefused(
        () -> core.execution(machine),
        Code.INVALID_ARN,
        "not valid in this context: stateMachine'");
  }

  @Test
  void makesTheSameMachineOnce() {
    var first = core.createStateMachine("m", WAIT, Workbench.ROLE);
    assertThat(core.createStateMachine("m", WAIT, Workbench.ROLE)).isSameAs(first);
    assertThat(core.stateMachines()).containsExactly(first);
    var other = Machines.single("{\"Type\": \"Pass\"}");
    assertRefused(
        () -> core.createStateMachine("m", other, Workbench.ROLE),
        Code.STATE_MACHINE_ALREADY_EXISTS,
        first.arn());
  }

  @Test
  void refusesABadDefinitionWithAllFindings() {
    assertRefused(
        () -> core.createStateMachine("m", "{\"StartAt\": 1, \"Foo\": 2}", Workbench.ROLE),
        Code.INVALID_DEFINITION,
        "Expected value of type String at /StartAt");
    assertThat(core.stateMachines()).isEmpty();
  }

  @Test
  void listsExecutionsNewestFirst() {
    var arn = bench.machine(WAIT).arn();
    core.startExecution(arn, Optional.of("one"), "{}");
    core.startExecution(arn, Optional.of("two"), "{}");
    assertThat(core.executions(arn)).extracting(Execution::name).containsExactly("two", "one");
  }

  @Test
  void tellsOfEveryChangeOfStatusOnce() {
    var machine = bench.machine(WAIT);
    bench.finish(core.startExecution(machine.arn(), Optional.of("good"), "{}"));
    var stopped = core.startExecution(machine.arn(), Optional.of("bad"), "{}");
    core.stopExecution(stopped.arn(), Optional.empty(), Optional.empty());
    core.stopExecution(stopped.arn(), Optional.empty(), Optional.empty());
    assertThat(bench.changes())
        .containsExactly("good RUNNING", "good SUCCEEDED", "bad RUNNING", "bad ABORTED");
  }

  @Test
  void completesItsPromiseWhenAnExecutionIsOver() {
    var execution = bench.start(WAIT, "{}");
    var end = core.whenOver(execution.arn()).toCompletableFuture();
    assertThat(end).isNotDone();
    bench.finish(execution);
    assertThat(end.join().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  @Test
  void remembersTheMachineOfAnExecution() {
    var machine = bench.machine(WAIT);
    var execution = core.startExecution(machine.arn(), JOB, "{}");
    assertThat(core.stateMachineOf(execution.arn())).isEqualTo(machine);
  }

  @Test
  void canReplayAScriptOfOutcomes() {
    var scripted =
        StepFunctions.scripted(
            bench.loop(),
            Workbench.ACCOUNT,
            Workbench.REGION,
            request ->
                TaskCall.answering(
                    CompletableFuture.completedStage(request.parameters().path("Payload"))));
    var machine =
        scripted.createStateMachine(
            "m", Machines.single(Machines.invoke("any", "")), Workbench.ROLE);
    var execution = scripted.startExecution(machine.arn(), Optional.empty(), "[1]");
    bench.loop().runFor(Duration.ZERO);
    assertThat(scripted.execution(execution.arn()).output()).contains("[1]");
  }

  private static void assertRefused(ThrowingCallable call, Code code, String message) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            StepFunctionsException.class, e -> assertThat(e.code()).isEqualTo(code))
        .hasMessageContaining(message);
  }
}

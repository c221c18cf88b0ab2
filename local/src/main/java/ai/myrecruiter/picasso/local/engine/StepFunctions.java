package ai.myrecruiter.picasso.local.engine;

import ai.myrecruiter.picasso.local.engine.StepFunctionsException.Code;
import ai.myrecruiter.picasso.local.engine.asl.Dialect;
import ai.myrecruiter.picasso.local.engine.asl.WorkflowType;
import ai.myrecruiter.picasso.local.engine.data.RandomIds;
import ai.myrecruiter.picasso.local.engine.history.HistoryEvent;
import ai.myrecruiter.picasso.local.engine.run.Services;
import ai.myrecruiter.picasso.local.engine.task.TaskConnector;
import ai.myrecruiter.picasso.local.engine.task.TaskTokens;
import ai.myrecruiter.picasso.local.loop.EventLoop;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * The state machines and executions of the stage. Everything here is to be called on the loop; from
 * another thread, go through {@link EventLoop#call} or use the SDK client of the stage.
 *
 * <p>A refused call throws {@link StepFunctionsException} with the error code of the service.
 */
public final class StepFunctions {
  private final EventLoop loop;
  private final Names names;
  private final ExecutionObserver observer;
  private final TaskTokens tokens;
  private final Services services;
  private final StateMachines machines;
  private final MachineVersions versions;
  private final MachineAliases aliases;
  private final Executions executions = new Executions();

  /**
   * Step Functions of one account and region, whose tasks invoke functions and start executions.
   *
   * @param loop on which everything happens, and whose seed makes names and tokens
   * @param account twelve digits
   * @param region such as {@code us-east-1}
   * @param lambda runs functions
   * @param observer told of changes of status
   */
  public StepFunctions(
      EventLoop loop,
      String account,
      String region,
      LambdaPort lambda,
      ExecutionObserver observer) {
    this(
        loop,
        account,
        region,
        observer,
        core -> new Connectors(lambda, core),
        Dialect.Tasks.OF_THE_STAGE);
  }

  private StepFunctions(
      EventLoop loop,
      String account,
      String region,
      ExecutionObserver observer,
      Function<StepFunctions, TaskConnector> connector,
      Dialect.Tasks tasks) {
    this.loop = loop;
    this.names = new Names(account, region);
    this.observer = observer;
    this.machines = new StateMachines(loop, names, tasks);
    this.versions = new MachineVersions(loop, machines);
    this.aliases = new MachineAliases(loop, machines, versions);
    this.tokens = new TaskTokens(loop.random());
    TaskConnector late = request -> connector.apply(this).start(request);
    this.services = new Services(loop, late, tokens, region);
  }

  /**
   * Step Functions whose tasks are all done by one connector, such as a script of outcomes; they
   * may be of any integration that the service has.
   */
  public static StepFunctions scripted(
      EventLoop loop, String account, String region, TaskConnector tasks) {
    return new StepFunctions(
        loop, account, region, ExecutionObserver.NONE, core -> tasks, Dialect.Tasks.SCRIPTED);
  }

  /** The loop on which to call this. */
  public EventLoop loop() {
    return loop;
  }

  /** The state machines, to update, tag and list them. */
  public StateMachines machines() {
    return machines;
  }

  /** Their versions. */
  public MachineVersions versions() {
    return versions;
  }

  /** Their aliases. */
  public MachineAliases aliases() {
    return aliases;
  }

  /** Makes a Standard state machine. */
  public StateMachine createStateMachine(String name, String definition, String roleArn) {
    return createStateMachine(name, definition, roleArn, WorkflowType.STANDARD);
  }

  /**
   * Makes a state machine; the same one again when name, definition and type are the same.
   *
   * @param definition in the States Language, substitutions already applied
   */
  public StateMachine createStateMachine(
      String name, String definition, String roleArn, WorkflowType type) {
    return machines.create(name, definition, roleArn, type);
  }

  /** The current revision of a state machine, or the one that a version ARN names. */
  public StateMachine stateMachine(String arn) {
    return machines.get(arn);
  }

  /** All state machines, oldest first. */
  public List<StateMachine> stateMachines() {
    return machines.all();
  }

  /**
   * Deletes a state machine with its versions and aliases. The service ends its executions at their
   * next transition; the stage ends them at once. What has ended can still be read.
   */
  public void deleteStateMachine(String arn) {
    machines.delete(arn);
    executions
        .ofMachine(arn)
        .forEach(execution -> execution.run().stop(Optional.empty(), Optional.empty()));
  }

  /**
   * Starts an execution. The same name and input again give the same execution while it runs.
   *
   * @param stateMachineArn of a state machine, of one of its versions or of an alias
   * @param name unique among the machine's executions; a random one by default
   * @param input JSON of at most 256 KiB
   */
  public Execution startExecution(String stateMachineArn, Optional<String> name, String input) {
    var target = machines.target(stateMachineArn);
    var machine = target.machine();
    var json =
        Refusals.payload(
            input, Code.INVALID_EXECUTION_INPUT, "Invalid State Machine Execution Input");
    var chosen = name.orElseGet(() -> RandomIds.uuid(loop.random()));
    var arn = executionArn(machine, chosen);
    var existing = executions.find(arn);
    if (existing.isPresent()) {
      return same(existing.get().now(), input);
    }
    var beginning = Execution.begun(arn, chosen, target, loop.now(), input);
    var execution = new LiveExecution(services, observer, machine, beginning, json);
    executions.add(execution);
    execution.start();
    return beginning;
  }

  private String executionArn(StateMachine machine, String name) {
    return switch (machine.type()) {
      case STANDARD -> names.execution(machine.name(), name);
      case EXPRESS -> names.express(machine.name(), name, RandomIds.uuid(loop.random()));
    };
  }

  private static Execution same(Execution existing, String input) {
    if (existing.isOver() || !existing.input().equals(input)) {
      throw Refusals.executionExists(existing.arn());
    }
    return existing;
  }

  /** A Standard execution as it stands. */
  public Execution execution(String arn) {
    return executions.standard(arn).now();
  }

  /** The state machine as it was when a Standard execution started. */
  public StateMachine stateMachineOf(String executionArn) {
    return executions.standard(executionArn).machine();
  }

  /** The events of a Standard execution so far; the list is a view that must not leave the loop. */
  public List<HistoryEvent> history(String executionArn) {
    return executions.standard(executionArn).run().events();
  }

  /** Completes on the loop when an execution of any type is over. */
  public CompletionStage<Execution> whenOver(String executionArn) {
    return executions.ofAnyType(executionArn).end();
  }

  /**
   * The executions of a Standard state machine, or of one of its versions or aliases; newest first.
   */
  public List<Execution> executions(String stateMachineArn) {
    var arn = MachineArn.parse(stateMachineArn);
    Refusals.requireType(WorkflowType.STANDARD, machines.entry(arn).current);
    return executions.of(arn, stateMachineArn);
  }

  /** Stops an execution; one that is over stays as it is. */
  public Execution stopExecution(
      String executionArn, Optional<String> error, Optional<String> cause) {
    var execution = executions.standard(executionArn);
    execution.run().stop(error, cause);
    return execution.now();
  }

  /**
   * Completes the task of a token.
   *
   * @param output JSON of at most 256 KiB
   */
  public void sendTaskSuccess(String token, String output) {
    holder(token).succeed(Refusals.payload(output, Code.INVALID_OUTPUT, "Invalid Output"));
  }

  /** Fails the task of a token. */
  public void sendTaskFailure(String token, Optional<String> error, Optional<String> cause) {
    holder(token).fail(error, cause);
  }

  /** Says that the task of a token is alive. */
  public void sendTaskHeartbeat(String token) {
    holder(token).heartbeat();
  }

  private TaskTokens.Holder holder(String token) {
    return tokens
        .holder(token)
        .orElseThrow(() -> Refusals.token(tokens.isKnown(token), TaskTokens.isWellFormed(token)));
  }
}

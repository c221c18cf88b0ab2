package ai.myrecruiter.picasso.local.engine;

import ai.myrecruiter.picasso.local.engine.history.HistoryEvent;
import ai.myrecruiter.picasso.local.loop.ReadyOrder;
import ai.myrecruiter.picasso.local.loop.VirtualLoop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Step Functions on the virtual clock, with functions that a test directs. */
public final class Workbench implements AutoCloseable {
  public static final Instant START = Instant.parse("2026-11-02T08:00:00Z");
  public static final String ACCOUNT = "000000000000";
  public static final String REGION = "us-east-1";
  public static final String ROLE = "arn:aws:iam::000000000000:role/stage";
  private static final Duration LONG_ENOUGH = Duration.ofDays(400);

  private final VirtualLoop loop;
  private final FakeFunctions functions;
  private final StepFunctions stepFunctions;
  private final List<String> changes = new ArrayList<>();
  private int machines;

  public Workbench() {
    this(1, ReadyOrder.ARRIVAL);
  }

  public Workbench(long seed, ReadyOrder order) {
    this.loop = new VirtualLoop(START, seed, order);
    this.functions = new FakeFunctions(loop);
    this.stepFunctions =
        new StepFunctions(
            loop,
            ACCOUNT,
            REGION,
            functions,
            execution -> changes.add(execution.name() + " " + execution.status()));
  }

  public VirtualLoop loop() {
    return loop;
  }

  public FakeFunctions functions() {
    return functions;
  }

  public StepFunctions stepFunctions() {
    return stepFunctions;
  }

  /** The changes of status so far, as {@code name STATUS}. */
  public List<String> changes() {
    return changes;
  }

  /** Makes a machine with a name of its own. */
  public StateMachine machine(String definition) {
    machines++;
    return stepFunctions.createStateMachine("machine-" + machines, definition, ROLE);
  }

  public Execution start(String definition, String input) {
    return stepFunctions.startExecution(machine(definition).arn(), Optional.empty(), input);
  }

  /** Runs an execution to its end. */
  public Execution run(String definition, String input) {
    return finish(start(definition, input));
  }

  public Execution finish(Execution execution) {
    loop.runUntil(() -> now(execution).isOver(), loop.now().plus(LONG_ENOUGH));
    return now(execution);
  }

  public Execution now(Execution execution) {
    return stepFunctions.execution(execution.arn());
  }

  public List<HistoryEvent> history(Execution execution) {
    return stepFunctions.history(execution.arn());
  }

  /** The history as {@code id<previous Type}, one a line. */
  public String shape(Execution execution) {
    return history(execution).stream()
        .map(e -> "%d<%d %s".formatted(e.id(), e.previousEventId(), e.type()))
        .collect(Collectors.joining("\n"));
  }

  public List<String> types(Execution execution) {
    return history(execution).stream().map(HistoryEvent::type).toList();
  }

  /** How long an execution took on the clock. */
  public Duration took(Execution execution) {
    return Duration.between(execution.startDate(), now(execution).stopDate().orElseThrow());
  }

  @Override
  public void close() {
    loop.close();
  }
}

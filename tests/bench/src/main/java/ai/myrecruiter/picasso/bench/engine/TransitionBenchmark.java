package ai.myrecruiter.picasso.bench.engine;

import ai.myrecruiter.picasso.local.engine.Execution;
import ai.myrecruiter.picasso.local.engine.ExecutionObserver;
import ai.myrecruiter.picasso.local.engine.ExecutionStatus;
import ai.myrecruiter.picasso.local.engine.StepFunctions;
import ai.myrecruiter.picasso.local.loop.VirtualLoop;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * State transitions a second on the virtual clock, by kind of state. A transition is a state that
 * is entered, those of branches too; its events and payloads are kept as always.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class TransitionBenchmark {
  private static final String ROLE = "arn:aws:iam::000000000000:role/bench";
  private static final int TURNS = 500;

  /** A turn of the loop enters a Choice and a Pass; the end a Choice and a Succeed more. */
  private static final int LOOP = 2 * TURNS + 2;

  /** A turn enters a Choice, a Parallel, two states in it and a Pass. */
  private static final int BRANCHES = 5 * TURNS + 2;

  private static final int CHAIN = 1000;

  private VirtualLoop loop = new VirtualLoop(Instant.EPOCH, 1);
  private StepFunctions stepFunctions = fresh();

  private StepFunctions fresh() {
    var core =
        new StepFunctions(
            loop, "000000000000", "us-east-1", new CountingFunction(), ExecutionObserver.NONE);
    core.createStateMachine("chain", Definitions.chain(CHAIN), ROLE);
    core.createStateMachine("loop", Definitions.loop(), ROLE);
    core.createStateMachine("tasks", Definitions.tasks(), ROLE);
    core.createStateMachine("branches", Definitions.branches(), ROLE);
    return core;
  }

  /** Executions are kept, so each iteration begins with none. */
  @Setup(Level.Iteration)
  public void forget() {
    loop = new VirtualLoop(Instant.EPOCH, 1);
    stepFunctions = fresh();
  }

  /** Pass states one after the other. */
  @Benchmark
  @OperationsPerInvocation(CHAIN)
  public Execution passChain() {
    return run("chain");
  }

  /** A loop of a Choice and a Pass that counts. */
  @Benchmark
  @OperationsPerInvocation(LOOP)
  public Execution choiceLoop() {
    return run("loop");
  }

  /** A loop of a Choice and a Task that invokes a function. */
  @Benchmark
  @OperationsPerInvocation(LOOP)
  public Execution lambdaTasks() {
    return run("tasks");
  }

  /** A loop with a Parallel of two branches. */
  @Benchmark
  @OperationsPerInvocation(BRANCHES)
  public Execution parallelBranches() {
    return run("branches");
  }

  private Execution run(String machine) {
    var arn = "arn:aws:states:us-east-1:000000000000:stateMachine:" + machine;
    var started =
        stepFunctions.startExecution(arn, Optional.empty(), "{\"left\": %d}".formatted(TURNS));
    loop.runUntil(
        () -> stepFunctions.execution(started.arn()).isOver(), loop.now().plusSeconds(3600));
    var end = stepFunctions.execution(started.arn());
    if (end.status() != ExecutionStatus.SUCCEEDED) {
      throw new IllegalStateException(end.toString());
    }
    return end;
  }
}

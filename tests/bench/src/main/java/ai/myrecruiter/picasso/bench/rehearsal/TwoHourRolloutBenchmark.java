package ai.myrecruiter.picasso.bench.rehearsal;

import ai.myrecruiter.picasso.local.loop.VirtualLoop;
import ai.myrecruiter.picasso.local.rehearsal.Rehearsals;
import ai.myrecruiter.picasso.local.stage.Stage;
import ai.myrecruiter.picasso.local.stage.StageBlueprint;
import ai.myrecruiter.picasso.local.stage.StageSettings;
import ai.myrecruiter.picasso.workflows.plan.Plan;
import ai.myrecruiter.picasso.workflows.plan.PlanReader;
import ai.myrecruiter.picasso.workflows.rehearsal.Model;
import ai.myrecruiter.picasso.workflows.rehearsal.RunResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The default plan rehearsed once, on one thread: a stage set up, the rollout from its start to its
 * end, everything closed. A healthy version takes the whole two hours of the virtual clock.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 20)
@Measurement(iterations = 3, time = 10)
public class TwoHourRolloutBenchmark {
  private static final Path ROOT = Path.of(System.getProperty("picasso.root", "."));
  private static final Path ASSEMBLY = ROOT.resolve("infra/target/cdk.out");

  /** How many times more often than the old version the new one fails. */
  @Param({"1", "5"})
  public double times;

  private final Plan plan = plan();
  private final StageBlueprint blueprint;
  private final Rehearsals rehearsals;
  private long seed;

  /** Reads the template. */
  public TwoHourRolloutBenchmark() {
    try {
      blueprint = StageBlueprint.read(ASSEMBLY, "staging");
      rehearsals = Rehearsals.of(ASSEMBLY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Plan plan() {
    try {
      return PlanReader.read(Files.readString(ROOT.resolve("docs/plans/default.yaml"))).orThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A rehearsal must end as its version deserves, or there is nothing to measure. */
  @Setup
  public void check() {
    if (rollout().rolledBack() != times > 1) {
      throw new IllegalStateException("the rehearsed rollout did not end as it should");
    }
  }

  /** Closes what the runs share. */
  @TearDown
  public void close() {
    rehearsals.close();
    blueprint.close();
  }

  /** The rollout, its stage included. */
  @Benchmark
  public RunResult rollout() {
    return rehearsals.run(plan, Model.STANDARD.withEffectTimes(times), seed++);
  }

  /** The stage alone, opened and closed. */
  @Benchmark
  public Object stage() throws IOException {
    var loop = new VirtualLoop(Instant.parse("2026-11-02T08:00:00Z"), seed++);
    try (var stage = Stage.open(loop, StageSettings.silent(ASSEMBLY).madeFrom(blueprint))) {
      return stage.loop().now();
    }
  }
}

package ai.myrecruiter.picasso.local.rehearsal;

import ai.myrecruiter.picasso.local.loop.VirtualLoop;
import ai.myrecruiter.picasso.local.stage.Stage;
import ai.myrecruiter.picasso.local.stage.StageBlueprint;
import ai.myrecruiter.picasso.local.stage.StageSettings;
import ai.myrecruiter.picasso.workflows.cost.RolloutUsage;
import ai.myrecruiter.picasso.workflows.plan.Plan;
import ai.myrecruiter.picasso.workflows.rehearsal.Model;
import ai.myrecruiter.picasso.workflows.rehearsal.RunResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/**
 * Many rollouts of a plan, each on a stage of its own, as many at a time as there are processors.
 * Run {@code i} has seed {@code first + i}; the same seed gives the same run.
 */
public final class Rehearsals implements AutoCloseable {
  private static final Instant MIDNIGHT = Instant.parse("2026-11-02T00:00:00Z");
  private final Path assembly;
  private final StageBlueprint blueprint;
  private final ExecutorService workers;

  private Rehearsals(Path assembly, StageBlueprint blueprint) {
    this.assembly = assembly;
    this.blueprint = blueprint;
    this.workers =
        Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().daemon().name("picasso-rehearsal-", 0).factory());
  }

  /**
   * Prepares for runs.
   *
   * @param assembly the synthesized template, normally {@code infra/target/cdk.out}
   * @throws IOException if it cannot be read
   */
  public static Rehearsals of(Path assembly) throws IOException {
    return new Rehearsals(assembly, StageBlueprint.read(assembly, "staging"));
  }

  /** One run. */
  public RunResult run(Plan plan, Model model, long seed) {
    return on(model, seed, (loop, stage) -> RehearsedRollout.run(loop, stage, plan, model, seed));
  }

  /** What one run would be charged for. */
  public RolloutUsage usage(Plan plan, Model model, long seed) {
    return usage(plan, model, seed, List.of());
  }

  /**
   * What one run of several functions would be charged for.
   *
   * @param companions functions of staging that are released with the chat function
   */
  public RolloutUsage usage(Plan plan, Model model, long seed, List<String> companions) {
    return on(
        model,
        seed,
        (loop, stage) -> {
          var before = RolloutMeter.read(stage);
          RehearsedRollout.together(loop, stage, plan, model, seed, companions);
          return RolloutMeter.read(stage).since(before);
        });
  }

  private <T> T on(Model model, long seed, BiFunction<VirtualLoop, Stage, T> work) {
    var start = MIDNIGHT.plusSeconds(Math.round(model.traffic().startHour() * 3600));
    var loop = new VirtualLoop(start, seed);
    var settings =
        StageSettings.silent(assembly).withMetricLag(model.metrics().lag()).madeFrom(blueprint);
    try (var stage = Stage.open(loop, settings)) {
      return work.apply(loop, stage);
    } catch (IOException e) {
      throw new UncheckedIOException("a stage cannot be opened: " + e.getMessage(), e);
    }
  }

  /**
   * Runs with seeds in a row, in their order.
   *
   * @param runs 1 or more
   */
  public List<RunResult> run(Plan plan, Model model, long first, int runs) {
    return each(first, runs, seed -> run(plan, model, seed));
  }

  /** Something for each of seeds in a row, in their order. */
  <T> List<T> each(long first, int runs, LongFunction<T> run) {
    var started =
        LongStream.range(first, first + runs)
            .mapToObj(seed -> CompletableFuture.supplyAsync(() -> run.apply(seed), workers))
            .toList();
    return started.stream().map(Rehearsals::join).toList();
  }

  private static <T> T join(CompletableFuture<T> run) {
    try {
      return run.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
    blueprint.close();
  }
}

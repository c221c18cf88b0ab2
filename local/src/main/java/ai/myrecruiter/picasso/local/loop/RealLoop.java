package ai.myrecruiter.picasso.local.loop;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * A loop on a real clock: one daemon thread for the steps, a virtual thread for each piece of
 * blocking work.
 */
public final class RealLoop implements EventLoop {
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Consumer<Throwable> onDefect;
  private final ScheduledThreadPoolExecutor steps;
  private final ExecutorService workers;
  private volatile Thread thread = Thread.currentThread();

  /**
   * Starts the loop.
   *
   * @param clock what is the time, normally {@link InstantSource#system()}
   * @param seed of every random choice
   * @param onDefect told of an exception that a step let through, which is a defect of that step;
   *     the loop goes on
   */
  public RealLoop(InstantSource clock, long seed, Consumer<Throwable> onDefect) {
    this.clock = clock;
    this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    this.onDefect = onDefect;
    this.steps =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("picasso-loop").factory());
    this.steps.setRemoveOnCancelPolicy(true);
    this.steps.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    this.workers = Executors.newVirtualThreadPerTaskExecutor();
    CompletableFuture.runAsync(() -> thread = Thread.currentThread(), steps).join();
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public RandomGenerator random() {
    return random;
  }

  @Override
  public void post(Runnable step) {
    at(Instant.MIN, step);
  }

  @Override
  public Timer at(Instant instant, Runnable body) {
    long delay = instant.equals(Instant.MIN) ? 0 : now().until(instant).toNanos();
    try {
      var future = steps.schedule(() -> run(body), Math.max(0, delay), TimeUnit.NANOSECONDS);
      return () -> future.cancel(false);
    } catch (RejectedExecutionException closed) {
      return () -> {};
    }
  }

  private void run(Runnable body) {
    try {
      body.run();
    } catch (RuntimeException | Error defect) {
      onDefect.accept(defect);
    }
  }

  @Override
  public boolean onLoop() {
    return Thread.currentThread() == thread;
  }

  @Override
  public <T> T call(Supplier<T> action) {
    if (onLoop()) {
      return action.get();
    }
    try {
      return CompletableFuture.supplyAsync(action, steps).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  @Override
  public <T> CompletionStage<T> offload(Callable<T> work) {
    var answer = new CompletableFuture<T>();
    workers.execute(() -> {
      try {
        var value = work.call();
        post(() -> answer.complete(value));
      } catch (Exception e) {
        post(() -> answer.completeExceptionally(e));
      }
    });
    return answer;
  }

  @Override
  public void close() {
    steps.shutdownNow();
    workers.shutdownNow();
  }
}

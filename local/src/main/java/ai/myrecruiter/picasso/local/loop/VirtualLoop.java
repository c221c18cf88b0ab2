package ai.myrecruiter.picasso.local.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * A loop on a clock that stands still while a step runs and jumps to the next timer when nothing is
 * ready. It is driven by the thread that calls {@code run...} and may be used by that thread only.
 * The same seed and the same calls give the same order of steps.
 */
public final class VirtualLoop implements EventLoop {
  private final PriorityQueue<Step> queue = new PriorityQueue<>();
  private final RandomGenerator random;
  private final ReadyOrder order;
  private final boolean arrival;
  private Instant now;
  private long sequence;

  /** A loop that starts at an instant and runs ready steps in the order of their arrival. */
  public VirtualLoop(Instant start, long seed) {
    this(start, seed, ReadyOrder.ARRIVAL);
  }

  /**
   * A loop that starts at an instant and lets {@code order} choose among steps that are ready
   * together.
   */
  public VirtualLoop(Instant start, long seed, ReadyOrder order) {
    this.now = start;
    this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    this.order = order;
    this.arrival = order.equals(ReadyOrder.ARRIVAL);
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public RandomGenerator random() {
    return random;
  }

  @Override
  public void post(Runnable step) {
    at(now, step);
  }

  @Override
  public Timer at(Instant instant, Runnable body) {
    var step = new Step(instant.isBefore(now) ? now : instant, sequence++, body);
    queue.add(step);
    return step;
  }

  @Override
  public boolean onLoop() {
    return true;
  }

  @Override
  public <T> T call(Supplier<T> action) {
    return action.get();
  }

  @Override
  public <T> CompletionStage<T> offload(Callable<T> work) {
    var answer = new CompletableFuture<T>();
    post(() -> {
      try {
        answer.complete(work.call());
      } catch (Exception e) {
        answer.completeExceptionally(e);
      }
    });
    return answer;
  }

  /** Runs until nothing is left to run at or before an instant, and leaves the clock there. */
  public void runUntil(Instant limit) {
    runUntil(() -> false, limit);
    now = limit.isAfter(now) ? limit : now;
  }

  /** Runs for a time of the virtual clock. */
  public void runFor(Duration time) {
    runUntil(now.plus(time));
  }

  /**
   * Runs until a condition holds or nothing is left to run at or before an instant.
   *
   * @return whether the condition holds
   */
  public boolean runUntil(BooleanSupplier condition, Instant limit) {
    while (!condition.getAsBoolean()) {
      dropCancelled();
      var next = queue.peek();
      if (next == null || next.instant.isAfter(limit)) {
        return false;
      }
      runNext();
    }
    return true;
  }

  private void dropCancelled() {
    while (!queue.isEmpty() && queue.element().isCancelled()) {
      queue.remove();
    }
  }

  private void runNext() {
    var chosen = arrival ? queue.remove() : chosen();
    now = chosen.instant;
    chosen.run();
  }

  private Step chosen() {
    var ready = ready();
    var chosen = ready.remove(ready.size() == 1 ? 0 : order.choose(ready.size()));
    queue.addAll(ready);
    return chosen;
  }

  private List<Step> ready() {
    var ready = new ArrayList<Step>();
    var first = queue.element().instant;
    while (!queue.isEmpty() && queue.element().instant.equals(first)) {
      var step = queue.remove();
      if (!step.isCancelled()) {
        ready.add(step);
      }
    }
    return ready;
  }

  @Override
  public void close() {
    queue.clear();
  }
}

package ai.myrecruiter.picasso.local.loop;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * The one thread of the stage: every change of state is a small step that runs here, in the order
 * of (instant, sequence). Nothing on the loop sleeps or blocks; work that blocks is handed to
 * {@link #offload}.
 */
public sealed interface EventLoop extends AutoCloseable permits VirtualLoop, RealLoop {
  /** The present instant of this loop's clock. */
  Instant now();

  /** This loop's clock as the port that production code takes. */
  default InstantSource clock() {
    return this::now;
  }

  /** The seeded source of every random choice of the stage; to be used on the loop only. */
  RandomGenerator random();

  /** Runs a step after all that is ready now; from any thread. */
  void post(Runnable step);

  /** Runs a step at an instant, or as soon as possible when that has passed; from any thread. */
  Timer at(Instant instant, Runnable step);

  /** Runs a step after a delay of zero or more. */
  default Timer after(Duration delay, Runnable step) {
    return at(now().plus(delay), step);
  }

  /** Whether the calling thread runs the loop, so that it must not wait for the loop. */
  boolean onLoop();

  /**
   * Runs an action on the loop and returns its answer or throws what it threw; at once when already
   * on the loop.
   */
  <T> T call(Supplier<T> action);

  /**
   * Runs work that may block away from the loop; the stage completes on the loop. On the virtual
   * clock the work runs as a step of the loop, so that the order of everything follows from the
   * seed alone.
   */
  <T> CompletionStage<T> offload(Callable<T> work);

  /** Ends the loop; steps that have not run are dropped. */
  @Override
  void close();
}

package ai.myrecruiter.picasso.local.lambda;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** How the time of an invocation passes: by timers of the loop, or not at all. */
interface Pace {
  /** Completes when a time has passed. */
  CompletionStage<Void> pass(Duration time);

  /** Runs the code, and answers {@code late} when it takes longer than the limit. */
  CompletionStage<Outcome> run(Callable<Outcome> code, Duration limit, Supplier<Outcome> late);

  /** An answer that does not come. */
  <T> CompletionStage<T> silence();
}

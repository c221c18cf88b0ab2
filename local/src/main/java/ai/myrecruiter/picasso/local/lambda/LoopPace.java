package ai.myrecruiter.picasso.local.lambda;

import ai.myrecruiter.picasso.local.loop.EventLoop;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The caller waits for the answer without blocking the loop. */
final class LoopPace implements Pace {
  private final EventLoop loop;

  LoopPace(EventLoop loop) {
    this.loop = loop;
  }

  @Override
  public CompletionStage<Void> pass(Duration time) {
    var passed = new CompletableFuture<Void>();
    loop.after(time, () -> passed.complete(null));
    return passed;
  }

  @Override
  public CompletionStage<Outcome> run(
      Callable<Outcome> code, Duration limit, Supplier<Outcome> late) {
    var answer = new CompletableFuture<Outcome>();
    var worker = new AtomicReference<@Nullable Thread>();
    var timer =
        loop.after(
            limit,
            () -> {
              if (answer.complete(late.get())) {
                interrupt(worker.get());
              }
            });
    loop.offload(
            () -> {
              worker.set(Thread.currentThread());
              try {
                return code.call();
              } finally {
                worker.set(null);
              }
            })
        .whenComplete((outcome, defect) -> {
          timer.cancel();
          if (defect == null) {
            answer.complete(outcome);
          } else {
            answer.completeExceptionally(defect);
          }
        });
    return answer;
  }

  private static void interrupt(@Nullable Thread worker) {
    if (worker != null) {
      worker.interrupt();
    }
  }

  @Override
  public <T> CompletionStage<T> silence() {
    return new CompletableFuture<>();
  }
}

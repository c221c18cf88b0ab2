package ai.myrecruiter.picasso.local.lambda;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/**
 * The caller holds the loop of a virtual clock until it has the answer, so no time passes: added
 * latency counts in the metrics and against the timeout, but the clock stands still.
 */
final class InlinePace implements Pace {
  @Override
  public CompletionStage<Void> pass(Duration time) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletionStage<Outcome> run(
      Callable<Outcome> code, Duration limit, Supplier<Outcome> late) {
    try {
      return CompletableFuture.completedFuture(code.call());
    } catch (Exception e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  @Override
  public <T> CompletionStage<T> silence() {
    return CompletableFuture.failedFuture(
        ApiCallTimeoutException.builder()
            .message("the stage was told never to answer this call")
            .build());
  }
}

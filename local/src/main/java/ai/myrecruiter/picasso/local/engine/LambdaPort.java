package ai.myrecruiter.picasso.local.engine;

import java.util.concurrent.CompletionStage;

/** What the engine asks of a Lambda service. */
@FunctionalInterface
public interface LambdaPort {
  /**
   * Invokes a function and waits for its answer without blocking.
   *
   * @param function a name, {@code name:qualifier}, or an ARN with or without qualifier
   * @param payload the JSON input of the function, UTF-8
   * @return completed on the event loop with the answer, function errors included, or exceptionally
   *     with {@link LambdaFailure} when no function ran
   */
  CompletionStage<LambdaAnswer> invoke(String function, byte[] payload);
}

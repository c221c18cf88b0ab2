package ai.myrecruiter.picasso.local.sfn;

import ai.myrecruiter.picasso.local.engine.StepFunctions;
import ai.myrecruiter.picasso.local.engine.StepFunctionsException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkPojo;

/** How every call is made: its request is checked, and answered on the loop. */
record Calls(StepFunctions core) {
  /** Of the real clock: somewhat more than an Express execution may take. */
  private static final int LONGEST_WAIT_MINUTES = 6;

  /**
   * Answers a request.
   *
   * @param required the fields that must be given
   * @throws software.amazon.awssdk.services.sfn.model.SfnException when it is refused
   */
  <T> T answer(SdkPojo request, Supplier<T> action, String... required) {
    try {
      Constraints.check(request, required);
      return core.loop().call(action);
    } catch (StepFunctionsException refusal) {
      throw Errors.toSdk(refusal);
    }
  }

  /**
   * Answers a request when something is over; the calling thread waits for it.
   *
   * @param required the fields that must be given
   * @throws software.amazon.awssdk.services.sfn.model.SfnException when it is refused
   * @throws IllegalStateException on the loop, which cannot wait for itself
   */
  <T> T await(SdkPojo request, Supplier<CompletionStage<T>> action, String... required) {
    if (core.loop().onLoop()) {
      throw new IllegalStateException(
          "%s would wait for the loop on the loop itself: use StartExecution"
              .formatted(request.getClass().getSimpleName().replace("Request", "")));
    }
    return answer(request, action, required)
        .toCompletableFuture()
        .orTimeout(LONGEST_WAIT_MINUTES, TimeUnit.MINUTES)
        .join();
  }
}

package ai.myrecruiter.picasso.local.lambda;

import ai.myrecruiter.picasso.local.engine.LambdaAnswer;
import ai.myrecruiter.picasso.local.engine.LambdaFailure;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** How an invocation ended, for those who asked for it. */
final class InvocationEnd {
  private InvocationEnd() {}

  /**
   * The answer of an invocation that has ended.
   *
   * @throws RuntimeException what ended it otherwise
   */
  static LambdaAnswer join(CompletionStage<LambdaAnswer> answer) {
    try {
      return answer.toCompletableFuture().join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /** The same, with refusals of the service by the names that state machines know them by. */
  static CompletionStage<LambdaAnswer> named(CompletionStage<LambdaAnswer> stage) {
    var named = new CompletableFuture<LambdaAnswer>();
    stage.whenComplete((answer, thrown) -> {
      if (thrown == null) {
        named.complete(answer);
      } else {
        named.completeExceptionally(failure(thrown));
      }
    });
    return named;
  }

  private static Throwable failure(Throwable thrown) {
    var cause =
        thrown instanceof CompletionException && thrown.getCause() != null
            ? thrown.getCause()
            : thrown;
    return cause instanceof AwsServiceException refusal
        ? new LambdaFailure(
            "Lambda." + refusal.awsErrorDetails().errorCode(), String.valueOf(refusal.getMessage()))
        : cause;
  }
}

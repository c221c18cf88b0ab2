package ai.myrecruiter.picasso.local.runtimeapi;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * An invocation for the next call of {@code /next}.
 *
 * @param ended completes when the function asks for another invocation, with the failure if there
 *     was one
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one invocation and is never changed
public record Offer(
    String requestId,
    String functionArn,
    Instant deadline,
    String traceId,
    byte[] event,
    ResponseSink sink,
    CompletableFuture<Optional<FunctionFailure>> ended) {
  /** An invocation that has not ended. */
  public Offer(
      String requestId,
      String functionArn,
      Instant deadline,
      String traceId,
      byte[] event,
      ResponseSink sink) {
    this(requestId, functionArn, deadline, traceId, event, sink, new CompletableFuture<>());
  }
}

package ai.myrecruiter.picasso.local.lambda;

import ai.myrecruiter.picasso.local.events.EventTarget;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Functions as targets of rules: an event is accepted at once and runs when it runs. */
public final class FunctionTarget implements EventTarget {
  private final LambdaService service;

  /** Targets of one service. */
  public FunctionTarget(LambdaService service) {
    this.service = service;
  }

  @Override
  public CompletionStage<?> send(String arn, String inputJson) {
    service.invokeAsync(arn, inputJson);
    return CompletableFuture.completedFuture(arn);
  }
}

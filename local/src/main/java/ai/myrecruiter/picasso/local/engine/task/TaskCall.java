package ai.myrecruiter.picasso.local.engine.task;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * An attempt under way. Its stages complete exceptionally with {@link TaskFailure}.
 *
 * @param answer what the service says at once
 * @param completion the result of the job, for the patterns {@code .sync} and {@code .sync:2}
 * @param cancel gives the attempt up; without effect when it is over
 */
public record TaskCall(
    CompletionStage<JsonNode> answer,
    Optional<CompletionStage<JsonNode>> completion,
    Runnable cancel) {
  /** An attempt that is one request and its answer and cannot be given up. */
  public static TaskCall answering(CompletionStage<JsonNode> answer) {
    return new TaskCall(answer, Optional.empty(), () -> {});
  }
}

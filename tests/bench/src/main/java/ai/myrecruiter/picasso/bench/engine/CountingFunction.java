package ai.myrecruiter.picasso.bench.engine;

import ai.myrecruiter.picasso.local.engine.LambdaAnswer;
import ai.myrecruiter.picasso.local.engine.LambdaPort;
import ai.myrecruiter.picasso.local.engine.data.Json;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A function that counts down and answers at once, so that only the engine is measured. */
final class CountingFunction implements LambdaPort {
  private static final int OK = 200;

  @Override
  public CompletionStage<LambdaAnswer> invoke(String function, byte[] payload) {
    var left = Json.parse(new String(payload, StandardCharsets.UTF_8)).path("left").asInt();
    var answer = Json.write(Json.object().put("left", left - 1)).getBytes(StandardCharsets.UTF_8);
    return CompletableFuture.completedFuture(
        new LambdaAnswer(OK, "1", Optional.empty(), answer, "request"));
  }
}

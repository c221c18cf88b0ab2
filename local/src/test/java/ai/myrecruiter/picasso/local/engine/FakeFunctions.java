package ai.myrecruiter.picasso.local.engine;

import ai.myrecruiter.picasso.local.engine.data.Json;
import ai.myrecruiter.picasso.local.loop.EventLoop;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/** Functions that do what a test tells them, in the order it tells. */
public final class FakeFunctions implements LambdaPort {
  private final EventLoop loop;
  private final Map<String, Deque<Behaviour>> behaviours = new HashMap<>();
  private final List<String> calls = new ArrayList<>();

  /** What one invocation does. */
  public interface Behaviour {
    CompletionStage<LambdaAnswer> on(JsonNode payload);
  }

  FakeFunctions(EventLoop loop) {
    this.loop = loop;
  }

  /** The behaviours of the next invocations; the last one stays. */
  public FakeFunctions when(String function, Behaviour... next) {
    behaviours.put(function, new ArrayDeque<>(List.of(next)));
    return this;
  }

  /** The invocations so far, as {@code function payload}. */
  public List<String> calls() {
    return calls;
  }

  @Override
  public CompletionStage<LambdaAnswer> invoke(String function, byte[] payload) {
    var text = new String(payload, StandardCharsets.UTF_8);
    calls.add(function + " " + text);
    var queue = behaviours.get(function);
    if (queue == null) {
      return CompletableFuture.failedStage(
          new LambdaFailure("Lambda.ResourceNotFoundException", "Function not found: " + function));
    }
    var behaviour = queue.size() > 1 ? queue.remove() : queue.element();
    return behaviour.on(Json.parse(text));
  }

  public static Behaviour returns(String json) {
    return payload -> CompletableFuture.completedStage(answer(json, Optional.empty()));
  }

  public static Behaviour maps(UnaryOperator<JsonNode> function) {
    return payload ->
        CompletableFuture.completedStage(
            answer(Json.write(function.apply(payload)), Optional.empty()));
  }

  public static Behaviour fails(String errorType, String message) {
    var error = Json.object().put("errorType", errorType).put("errorMessage", message);
    return payload ->
        CompletableFuture.completedStage(answer(Json.write(error), Optional.of("Unhandled")));
  }

  public static Behaviour failsRaw(String payloadText) {
    return payload ->
        CompletableFuture.completedStage(answer(payloadText, Optional.of("Unhandled")));
  }

  public static Behaviour isRefused(String errorCode, String message) {
    return payload -> CompletableFuture.failedStage(new LambdaFailure(errorCode, message));
  }

  /** Does something after a time of the loop's clock. */
  public Behaviour after(Duration delay, Behaviour then) {
    return payload -> {
      var later = new CompletableFuture<LambdaAnswer>();
      loop.after(
          delay,
          () ->
              then.on(payload)
                  .whenComplete((answer, problem) -> {
                    if (problem == null) {
                      later.complete(answer);
                    } else {
                      later.completeExceptionally(problem);
                    }
                  }));
      return later;
    };
  }

  /** Never answers. */
  public static Behaviour hangs() {
    return payload -> new CompletableFuture<>();
  }

  private static LambdaAnswer answer(String json, Optional<String> functionError) {
    return new LambdaAnswer(
        200, "7", functionError, json.getBytes(StandardCharsets.UTF_8), "request-1");
  }
}

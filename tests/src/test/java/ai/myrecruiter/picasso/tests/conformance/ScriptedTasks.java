package ai.myrecruiter.picasso.tests.conformance;

import ai.myrecruiter.picasso.local.engine.asl.Resource;
import ai.myrecruiter.picasso.local.engine.data.Json;
import ai.myrecruiter.picasso.local.engine.task.TaskCall;
import ai.myrecruiter.picasso.local.engine.task.TaskConnector;
import ai.myrecruiter.picasso.local.engine.task.TaskFailure;
import ai.myrecruiter.picasso.local.engine.task.TaskRequest;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;

/**
 * Does the work of tasks by handing out recorded outcomes: to each request the first unused one of
 * the same resource and parameters.
 */
final class ScriptedTasks implements TaskConnector {
  private final List<JsonNode> outcomes = new ArrayList<>();
  private final Transformers transformers;
  private final Pacing pacing;
  private final Tokens tokens;
  private int unscripted;

  /** Completes a stage when it is its turn. */
  interface Pacing {
    void later(JsonNode outcome, Runnable completion);
  }

  /** Gives a token back. */
  interface Tokens {
    void succeed(String token, String output);

    void fail(String token, Optional<String> error, Optional<String> cause);
  }

  ScriptedTasks(JsonNode outcomes, Transformers transformers, Pacing pacing, Tokens tokens) {
    outcomes.forEach(this.outcomes::add);
    this.transformers = transformers;
    this.pacing = pacing;
    this.tokens = tokens;
  }

  /** How often a task asked for an outcome that was not recorded. */
  int unscripted() {
    return unscripted;
  }

  @Override
  public TaskCall start(TaskRequest request) {
    var outcome = next(request);
    if (outcome.isEmpty()) {
      unscripted++;
      return TaskCall.answering(new CompletableFuture<>());
    }
    return call(request, outcome.get());
  }

  private Optional<JsonNode> next(TaskRequest request) {
    var parameters = transformers.apply(request.parameters());
    Predicate<JsonNode> resource = outcome -> isFor(outcome, request.resource());
    Predicate<JsonNode> exact =
        outcome -> Comparison.difference(outcome.path("parameters"), parameters).isEmpty();
    var found = outcomes.stream().filter(resource.and(exact)).findFirst();
    var chosen = found.or(() -> outcomes.stream().filter(resource).findFirst());
    chosen.ifPresent(outcomes::remove);
    return chosen;
  }

  private boolean isFor(JsonNode outcome, Resource resource) {
    var name =
        switch (resource) {
          case Resource.Function(var arn) -> arn;
          case Resource.Integration integration -> integration.resource();
        };
    return Comparison.difference(outcome.path("resource"), transformers.apply(Json.text(name)))
        .isEmpty();
  }

  private TaskCall call(TaskRequest request, JsonNode outcome) {
    var events = events(outcome);
    if (events.size() == 1 && events.getFirst().endsWith("StartFailed")) {
      throw failure(outcome, TaskFailure.Stage.START);
    }
    boolean submits = events.contains("TaskSubmitted");
    if (!submits) {
      return TaskCall.answering(ending(outcome));
    }
    var answer = CompletableFuture.completedStage(outcome.path("submitted"));
    var end = ending(outcome);
    if (request.resource() instanceof Resource.Integration integration
        && integration.pattern() == Resource.Pattern.WAIT_FOR_TASK_TOKEN) {
      request.token().ifPresent(token -> end.whenComplete((output, e) -> give(token, output, e)));
      return TaskCall.answering(answer);
    }
    return new TaskCall(answer, Optional.of(end), () -> {});
  }

  private void give(String token, JsonNode output, Throwable problem) {
    if (problem instanceof TaskFailure failure) {
      tokens.fail(token, given(failure.error()), given(failure.cause()));
    } else {
      tokens.succeed(token, Json.write(output));
    }
  }

  private static Optional<String> given(String text) {
    return Optional.of(text).filter(t -> !t.isEmpty());
  }

  private static List<String> events(JsonNode outcome) {
    var events = new ArrayList<String>();
    outcome.path("events").forEach(event -> events.add(event.asText()));
    return events;
  }

  /** The last thing that was recorded; a task that timed out or was given up never ends. */
  private CompletionStage<JsonNode> ending(JsonNode outcome) {
    var stage = new CompletableFuture<JsonNode>();
    var last = events(outcome).isEmpty() ? "" : events(outcome).getLast();
    if (last.endsWith("Succeeded")) {
      pacing.later(outcome, () -> stage.complete(value(outcome.path("output"))));
    } else if (last.endsWith("Failed")) {
      pacing.later(outcome, () -> stage.completeExceptionally(failure(outcome, stage(last))));
    }
    return stage;
  }

  /** An output that is a string holds JSON. */
  private static JsonNode value(JsonNode output) {
    try {
      return output.isTextual() ? Json.parse(output.textValue()) : output;
    } catch (Json.InvalidJson e) {
      return output;
    }
  }

  private static TaskFailure.Stage stage(String event) {
    return event.equals("TaskSubmitFailed") ? TaskFailure.Stage.SUBMIT : TaskFailure.Stage.WORK;
  }

  private static TaskFailure failure(JsonNode outcome, TaskFailure.Stage stage) {
    var cause = outcome.path("cause");
    var text = cause.isTextual() || cause.isMissingNode() ? cause.asText() : Nested.spaced(cause);
    return new TaskFailure(outcome.path("error").asText(), text, stage);
  }
}

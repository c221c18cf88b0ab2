package ai.myrecruiter.picasso.tests.conformance;

import ai.myrecruiter.picasso.local.engine.Execution;
import ai.myrecruiter.picasso.local.engine.StepFunctions;
import ai.myrecruiter.picasso.local.engine.StepFunctionsException;
import ai.myrecruiter.picasso.local.engine.asl.Definition;
import ai.myrecruiter.picasso.local.engine.asl.Dialect;
import ai.myrecruiter.picasso.local.engine.asl.WorkflowType;
import ai.myrecruiter.picasso.local.engine.data.Json;
import ai.myrecruiter.picasso.local.loop.VirtualLoop;
import ai.myrecruiter.picasso.local.sfn.StageSfnClient;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One case on an engine of its own, on the virtual clock. */
final class Replay {
  /** Recorded inputs name instants in the account and on the day for which they were made. */
  private static final Instant START = Instant.parse("2026-11-23T00:00:00Z");

  private static final String ACCOUNT = "111111111111";
  private static final String REGION = "us-east-1";
  private static final String ROLE = "arn:aws:iam::111111111111:role/snf_role";
  private static final Duration LONG_ENOUGH = Duration.ofDays(800);

  private final RecordedCase recorded;
  private final Transformers transformers;
  private final VirtualLoop loop = new VirtualLoop(START, 1);
  private final ScriptedTasks tasks;
  private final StepFunctions engine;

  Replay(RecordedCase recorded) {
    this.recorded = recorded;
    this.transformers = new Transformers(recorded.transformers());
    this.tasks = new ScriptedTasks(recorded.tasks(), transformers, this::pace, new GiveBack());
    this.engine = StepFunctions.scripted(loop, ACCOUNT, REGION, tasks);
  }

  /** Whether a task asked for an outcome that was not recorded. */
  boolean lacksOutcomes() {
    return tasks.unscripted() > 0;
  }

  /**
   * What the engine answers, transformed as the recording is.
   *
   * @throws StepFunctionsException when the engine refuses the definition or the input
   */
  JsonNode answer() {
    return switch (recorded.kind()) {
      case EXECUTION -> execution();
      case CREATE_ERROR -> refusal();
      case VALIDATE -> validation();
      case UNKNOWN ->
          throw new IllegalArgumentException(
              "the kind '%s' is none of execution, create-error, validate"
                  .formatted(recorded.given()));
    };
  }

  private JsonNode execution() {
    var machine = engine.createStateMachine("machine", recorded.definition(), ROLE, type());
    var input = recorded.input().orElse("{}");
    var started = engine.startExecution(machine.arn(), Optional.empty(), input);
    var over = engine.whenOver(started.arn()).toCompletableFuture();
    loop.runUntil(over::isDone, START.plus(LONG_ENOUGH));
    var end = over.getNow(started);
    return recorded.history().isMissingNode()
        ? transformers.apply(description(end))
        : new AnsweredHistory(StageSfnClient.of(engine), transformers).of(end.arn());
  }

  private static ObjectNode description(Execution end) {
    var json = Json.object().put("status", end.status().name());
    end.output().ifPresent(output -> json.put("output", output));
    end.error().ifPresent(error -> json.put("error", error));
    end.cause().ifPresent(cause -> json.put("cause", cause));
    json.put("type", AnsweredHistory.lastType(end.status()));
    json.set("details", json.deepCopy().retain("output", "error", "cause"));
    return json;
  }

  private JsonNode refusal() {
    try {
      engine.createStateMachine("machine", recorded.definition(), ROLE, type());
      return Json.object();
    } catch (StepFunctionsException e) {
      var answer = Json.object().put("exception_typename", e.code().title());
      answer.put(
          "exception_value",
          "An error occurred (%s) when calling the %s operation: %s"
              .formatted(e.code().title(), recorded.operation(), e.explanation()));
      answer.putObject("Error").put("Code", e.code().title()).put("Message", e.explanation());
      return answer.put("message", e.explanation());
    }
  }

  private JsonNode validation() {
    var findings =
        Definition.check(recorded.definition(), new Dialect(type(), Dialect.Tasks.SCRIPTED));
    var answer = Json.object().put("result", findings.isEmpty() ? "OK" : "FAIL");
    answer.put("truncated", false);
    var diagnostics = answer.putArray("diagnostics");
    for (var finding : findings) {
      var diagnostic = diagnostics.addObject();
      diagnostic.put("severity", "ERROR").put("code", finding.code().name());
      diagnostic.put("message", finding.message());
      if (!finding.location().isEmpty()) {
        diagnostic.put("location", finding.location());
      }
    }
    return answer;
  }

  private WorkflowType type() {
    return recorded.isExpress() ? WorkflowType.EXPRESS : WorkflowType.STANDARD;
  }

  /**
   * Outcomes come in the order of their events, a millisecond for each event, and never at once: a
   * token comes back after the service has answered.
   */
  private void pace(JsonNode outcome, Runnable completion) {
    var recordedOrder = START.plusMillis(lastEvent(outcome));
    var soonest = loop.now().plusMillis(1);
    loop.at(recordedOrder.isAfter(soonest) ? recordedOrder : soonest, completion);
  }

  private long lastEvent(JsonNode outcome) {
    long last = outcome.path("scheduledEventId").asLong();
    for (var event : recorded.history()) {
      var type = event.path("type").asText();
      boolean ofTask =
          type.startsWith("LambdaFunction")
              || (type.startsWith("Task") && !type.startsWith("TaskState"));
      if (ofTask && event.path("previousEventId").asLong() == last && !type.endsWith("Scheduled")) {
        last = event.path("id").asLong();
      }
    }
    return last;
  }

  private final class GiveBack implements ScriptedTasks.Tokens {
    @Override
    public void succeed(String token, String output) {
      engine.sendTaskSuccess(token, output);
    }

    @Override
    public void fail(String token, Optional<String> error, Optional<String> cause) {
      engine.sendTaskFailure(token, error, cause);
    }
  }
}

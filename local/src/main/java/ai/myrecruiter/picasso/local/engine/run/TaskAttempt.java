package ai.myrecruiter.picasso.local.engine.run;

import ai.myrecruiter.picasso.local.engine.asl.IntegrationParameters;
import ai.myrecruiter.picasso.local.engine.asl.Resource;
import ai.myrecruiter.picasso.local.engine.asl.Seconds;
import ai.myrecruiter.picasso.local.engine.asl.TaskState;
import ai.myrecruiter.picasso.local.engine.data.DataFailure;
import ai.myrecruiter.picasso.local.engine.data.Json;
import ai.myrecruiter.picasso.local.engine.data.Scope;
import ai.myrecruiter.picasso.local.engine.history.EventDetails;
import ai.myrecruiter.picasso.local.engine.task.TaskCall;
import ai.myrecruiter.picasso.local.engine.task.TaskFailure;
import ai.myrecruiter.picasso.local.engine.task.TaskRequest;
import ai.myrecruiter.picasso.local.engine.task.TaskTokens;
import ai.myrecruiter.picasso.local.loop.Timer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of a Task. It is settled by whatever comes first: the result, an error, the token,
 * the timeout, the heartbeat's timeout, or being given up; what comes later is dropped.
 */
final class TaskAttempt implements TaskTokens.Holder {
  private final ExecutionRun run;
  private final Interpreter interpreter;
  private final ErrorHandling errors;
  private final TaskState task;
  private final TaskEvents events;
  private final Optional<String> token;
  private Visit visit;
  private boolean settled;
  private Timer timeout = () -> {};
  private Timer heartbeat = () -> {};
  private Optional<Duration> heartbeatEvery = Optional.empty();
  private Optional<TaskCall> call = Optional.empty();

  TaskAttempt(
      ExecutionRun run,
      Interpreter interpreter,
      ErrorHandling errors,
      Visit visit,
      TaskState task) {
    this.run = run;
    this.interpreter = interpreter;
    this.errors = errors;
    this.visit = visit;
    this.task = task;
    this.events = new TaskEvents(task.resource(), run.services().region());
    this.token =
        pattern() == Resource.Pattern.REQUEST_RESPONSE
            ? Optional.empty()
            : Optional.of(run.services().tokens().issue(this));
  }

  private Resource.Pattern pattern() {
    return switch (task.resource()) {
      case Resource.Function _ -> Resource.Pattern.REQUEST_RESPONSE;
      case Resource.Integration integration -> integration.pattern();
    };
  }

  void start() {
    try {
      begin();
    } catch (DataFailure unusable) {
      settle();
      throw unusable;
    }
  }

  private void begin() {
    visit.branch().waitsFor(record -> giveUp());
    var scope = new ContextObject(run, visit, token).scope();
    var parameters = interpreter.workInput(visit, task.io(), task.work(), scope);
    IntegrationParameters.of(task.resource()).ifPresent(known -> known.check(parameters));
    var text = Json.write(parameters);
    if (Json.exceedsPayload(text)) {
      settle();
      errors.handle(visit, Failure.dataLimit(visit.state().name()));
      return;
    }
    var limit = seconds(task.timeout(), scope);
    var beat = seconds(task.heartbeat(), scope);
    record(events.scheduled(text, limit, beat));
    var request = new TaskRequest(task.resource(), parameters, token);
    try {
      call = Optional.of(run.services().connector().start(request));
    } catch (TaskFailure notStarted) {
      failNow(Failure.of(notStarted.error(), notStarted.cause()), events::notStarted);
      return;
    }
    record(events.started());
    limit.ifPresent(seconds -> timeout = timer(Duration.ofSeconds(seconds), false));
    if (token.isPresent()) {
      heartbeatEvery = beat.map(Duration::ofSeconds);
      expectHeartbeat();
    }
    call.ifPresent(started -> whenDone(started.answer(), this::answered));
  }

  private static Optional<Long> seconds(Optional<Seconds> seconds, Scope scope) {
    return seconds.map(s -> s.in(scope));
  }

  private void answered(JsonNode answer) {
    switch (pattern()) {
      case REQUEST_RESPONSE -> succeedNow(answer);
      case WAIT_FOR_TASK_TOKEN -> submitted(answer);
      case SYNC, SYNC_2 -> {
        submitted(answer);
        call.flatMap(TaskCall::completion).ifPresent(job -> whenDone(job, this::succeedNow));
      }
    }
  }

  private void submitted(JsonNode answer) {
    if (task.resource() instanceof Resource.Integration integration) {
      record(new EventDetails.TaskSubmitted(TaskEvents.target(integration), Json.write(answer)));
    }
  }

  private void whenDone(CompletionStage<JsonNode> stage, Consumer<JsonNode> then) {
    stage.whenComplete((value, problem) ->
        run.later(
            visit.branch(),
            () -> {
              if (settled) {
                return;
              }
              if (problem == null) {
                then.accept(value);
              } else {
                failNow(failure(problem), failed(problem));
              }
            }));
  }

  private Function<Failure, EventDetails> failed(Throwable problem) {
    boolean submitting =
        root(problem) instanceof TaskFailure failure && failure.stage() == TaskFailure.Stage.SUBMIT;
    return submitting ? events::notSubmitted : events::failed;
  }

  private static Failure failure(Throwable problem) {
    var root = root(problem);
    return root instanceof TaskFailure failure
        ? Failure.of(failure.error(), failure.cause())
        : Failure.of("States.TaskFailed", String.valueOf(root));
  }

  private static Throwable root(Throwable problem) {
    @Nullable Throwable cause = problem instanceof CompletionException e ? e.getCause() : null;
    return cause == null ? problem : cause;
  }

  @Override
  public void succeed(JsonNode output) {
    run.perform(visit.branch(), () -> succeedNow(output));
  }

  @Override
  public void fail(Optional<String> error, Optional<String> cause) {
    run.perform(visit.branch(), () -> failNow(Failure.of(error, cause), events::failed));
  }

  @Override
  public void heartbeat() {
    expectHeartbeat();
  }

  private void succeedNow(JsonNode output) {
    var text = Json.write(output);
    if (Json.exceedsPayload(text)) {
      failNow(Failure.dataLimit(events.subject()), events::failed);
      return;
    }
    settle();
    record(events.succeeded(text));
    interpreter.finish(visit, task.io(), task.work(), output, task.next());
  }

  private void failNow(Failure failure, Function<Failure, EventDetails> event) {
    settle();
    record(event.apply(failure));
    errors.handle(visit, failure);
  }

  private void expectHeartbeat() {
    heartbeat.cancel();
    heartbeatEvery.ifPresent(every -> heartbeat = timer(every, true));
  }

  private Timer timer(Duration after, boolean ofHeartbeat) {
    return run.services()
        .loop()
        .after(after, () -> run.perform(visit.branch(), () -> timedOut(ofHeartbeat)));
  }

  private void timedOut(boolean ofHeartbeat) {
    if (settled) {
      return;
    }
    var failure = Failure.timeout(ofHeartbeat);
    giveUp();
    record(events.timedOut(failure));
    errors.handle(visit, failure);
  }

  private void giveUp() {
    settle();
    call.ifPresent(c -> c.cancel().run());
  }

  private void settle() {
    settled = true;
    timeout.cancel();
    heartbeat.cancel();
    token.ifPresent(run.services().tokens()::revoke);
  }

  private void record(EventDetails details) {
    visit = visit.at(run.history().add(visit.last(), details));
    if (!settled) {
      visit.branch().isIn(visit);
      visit.branch().waitsFor(record -> giveUp());
    }
  }
}

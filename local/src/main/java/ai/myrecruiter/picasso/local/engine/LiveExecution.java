package ai.myrecruiter.picasso.local.engine;

import ai.myrecruiter.picasso.local.engine.asl.WorkflowType;
import ai.myrecruiter.picasso.local.engine.data.Json;
import ai.myrecruiter.picasso.local.engine.run.Ending;
import ai.myrecruiter.picasso.local.engine.run.ExecutionRun;
import ai.myrecruiter.picasso.local.engine.run.Identity;
import ai.myrecruiter.picasso.local.engine.run.Services;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** An execution with its run; over or not, it stays for whoever asks. */
final class LiveExecution {
  private final Services services;
  private final ExecutionObserver observer;
  private final StateMachine machine;
  private final ExecutionRun run;
  private final CompletableFuture<Execution> end = new CompletableFuture<>();
  private Execution now;

  LiveExecution(
      Services services,
      ExecutionObserver observer,
      StateMachine machine,
      Execution beginning,
      JsonNode input) {
    this.services = services;
    this.observer = observer;
    this.machine = machine;
    this.now = beginning;
    var identity =
        new Identity(
            machine.arn(),
            machine.name(),
            machine.roleArn(),
            beginning.arn(),
            beginning.name(),
            beginning.startDate());
    this.run = new ExecutionRun(services, identity, machine.definition(), input, this::ended);
  }

  void start() {
    run.start(now.input());
    tell();
  }

  /** The service makes events of Standard executions only. */
  private void tell() {
    if (machine.type() == WorkflowType.STANDARD) {
      observer.statusChanged(now);
    }
  }

  ExecutionRun run() {
    return run;
  }

  Execution now() {
    return now;
  }

  StateMachine machine() {
    return machine;
  }

  /** Completes on the loop when the execution is over. */
  CompletionStage<Execution> end() {
    return end;
  }

  private void ended(Ending ending) {
    var at = services.loop().now();
    now =
        switch (ending) {
          case Ending.Succeeded(var output) ->
              ended(ExecutionStatus.SUCCEEDED, at, Optional.of(output), none(), none());
          case Ending.Failed(var error, var cause) ->
              ended(ExecutionStatus.FAILED, at, none(), error, cause);
          case Ending.Aborted(var error, var cause) ->
              ended(ExecutionStatus.ABORTED, at, none(), error, cause);
          case Ending.TimedOut() ->
              ended(ExecutionStatus.TIMED_OUT, at, none(), Optional.of("States.Timeout"), none());
        };
    tell();
    end.complete(now);
  }

  private Execution ended(
      ExecutionStatus status,
      Instant at,
      Optional<String> output,
      Optional<String> error,
      Optional<String> cause) {
    return new Execution(
        now.arn(),
        now.name(),
        now.stateMachineArn(),
        now.versionArn(),
        now.aliasArn(),
        status,
        now.startDate(),
        Optional.of(at),
        now.input(),
        output,
        error,
        cause);
  }

  private static Optional<String> none() {
    return Optional.empty();
  }

  /** The execution as DescribeExecution shows it, for a machine that started it and waited. */
  static JsonNode describe(Execution execution, boolean parsed) {
    var json = Json.object();
    execution.cause().ifPresent(cause -> json.put("Cause", cause));
    execution.error().ifPresent(error -> json.put("Error", error));
    json.put("ExecutionArn", execution.arn());
    json.set("Input", payload(execution.input(), parsed));
    json.putObject("InputDetails").put("Included", true);
    json.put("Name", execution.name());
    execution
        .output()
        .ifPresent(output -> {
          json.set("Output", payload(output, parsed));
          json.putObject("OutputDetails").put("Included", true);
        });
    var redrivable = execution.status() != ExecutionStatus.SUCCEEDED;
    json.put("RedriveCount", 0);
    json.put("RedriveStatus", redrivable ? "REDRIVABLE" : "NOT_REDRIVABLE");
    if (!redrivable) {
      json.put("RedriveStatusReason", "Execution is SUCCEEDED and cannot be redriven");
    }
    json.put("StartDate", execution.startDate().toEpochMilli());
    json.put("StateMachineArn", execution.stateMachineArn());
    json.put("Status", execution.status().name());
    execution.stopDate().ifPresent(stop -> json.put("StopDate", stop.toEpochMilli()));
    return json;
  }

  private static JsonNode payload(String text, boolean parsed) {
    return parsed ? Json.parse(text) : Json.text(text);
  }
}

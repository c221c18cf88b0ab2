package ai.myrecruiter.picasso.local.engine.run;

import ai.myrecruiter.picasso.local.engine.asl.MapState;
import ai.myrecruiter.picasso.local.engine.asl.ParallelState;
import ai.myrecruiter.picasso.local.engine.asl.State;
import ai.myrecruiter.picasso.local.engine.asl.TaskState;
import ai.myrecruiter.picasso.local.engine.data.Json;
import ai.myrecruiter.picasso.local.engine.data.Scope;
import ai.myrecruiter.picasso.local.engine.data.Timestamps;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** What {@code $$} stands for in one stay in a state. */
record ContextObject(
    ExecutionRun run, Visit visit, Optional<String> token, Optional<MapItem> item) {
  ContextObject(ExecutionRun run, Visit visit, Optional<String> token) {
    this(run, visit, token, visit.branch().item());
  }

  /** The scope of the raw input. */
  Scope scope() {
    return new Scope(visit.input(), this::json, run.services().loop().random());
  }

  private JsonNode json() {
    var identity = run.identity();
    var context = Json.object();
    context
        .putObject("Execution")
        .put("Id", identity.arn())
        .<ObjectNode>set("Input", run.input())
        .put("Name", identity.name())
        .put("RoleArn", identity.roleArn())
        .put("StartTime", Timestamps.write(identity.startTime()))
        .put("RedriveCount", 0);
    context
        .putObject("StateMachine")
        .put("Id", identity.machineArn())
        .put("Name", identity.machineName());
    var state =
        context
            .putObject("State")
            .put("Name", visit.state().name())
            .put("EnteredTime", Timestamps.write(visit.enteredTime()));
    if (canRetry(visit.state())) {
      state.put("RetryCount", visit.retryCount());
    }
    token.ifPresent(value -> context.putObject("Task").put("Token", value));
    item.ifPresent(value -> context.set("Map", value.json()));
    return context;
  }

  private static boolean canRetry(State state) {
    return state instanceof TaskState
        || state instanceof ParallelState
        || state instanceof MapState;
  }
}

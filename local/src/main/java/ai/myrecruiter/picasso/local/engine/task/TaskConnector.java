package ai.myrecruiter.picasso.local.engine.task;

/** Does the work of Task states: calls a service, starts an execution, or replays a script. */
@FunctionalInterface
public interface TaskConnector {
  /** Starts one attempt, without blocking; called on the loop. */
  TaskCall start(TaskRequest request);
}

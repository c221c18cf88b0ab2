package ai.myrecruiter.picasso.local.engine;

import ai.myrecruiter.picasso.local.engine.asl.Resource;
import ai.myrecruiter.picasso.local.engine.task.TaskCall;
import ai.myrecruiter.picasso.local.engine.task.TaskConnector;
import ai.myrecruiter.picasso.local.engine.task.TaskRequest;

/** Sends a task to whoever does it: functions or nested executions. */
final class Connectors implements TaskConnector {
  private final LambdaTasks functions;
  private final NestedExecutions executions;

  Connectors(LambdaPort lambda, StepFunctions stepFunctions) {
    this.functions = new LambdaTasks(lambda);
    this.executions = new NestedExecutions(stepFunctions);
  }

  @Override
  public TaskCall start(TaskRequest request) {
    return switch (request.resource()) {
      case Resource.Function(var arn) -> functions.plain(arn, request.parameters());
      case Resource.Integration integration ->
          integration.service().equals("lambda")
              ? functions.invoke(request.parameters())
              : executions.start(request.parameters(), integration.pattern());
    };
  }
}

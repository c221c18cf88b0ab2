package ai.myrecruiter.picasso.local.engine.run;

import ai.myrecruiter.picasso.local.engine.asl.Resource;
import ai.myrecruiter.picasso.local.engine.history.EventDetails;
import ai.myrecruiter.picasso.local.engine.history.EventDetails.Target;
import java.util.Optional;

/** The events of a task, which come in two families: of Lambda ARNs and of integrations. */
record TaskEvents(Resource resource, String region) {
  /** The name by which the service speaks of the task in its own messages. */
  String subject() {
    return switch (resource) {
      case Resource.Function(var arn) -> arn;
      case Resource.Integration integration -> integration.service();
    };
  }

  EventDetails scheduled(String parameters, Optional<Long> timeout, Optional<Long> heartbeat) {
    return switch (resource) {
      case Resource.Function(var arn) ->
          new EventDetails.LambdaFunctionScheduled(arn, parameters, timeout);
      case Resource.Integration integration ->
          new EventDetails.TaskScheduled(
              target(integration), region, parameters, timeout, heartbeat);
    };
  }

  EventDetails started() {
    return switch (resource) {
      case Resource.Function _ -> new EventDetails.LambdaFunctionStarted();
      case Resource.Integration integration -> new EventDetails.TaskStarted(target(integration));
    };
  }

  EventDetails succeeded(String output) {
    return switch (resource) {
      case Resource.Function _ -> new EventDetails.LambdaFunctionSucceeded(output);
      case Resource.Integration integration ->
          new EventDetails.TaskSucceeded(target(integration), output);
    };
  }

  EventDetails failed(Failure failure) {
    return switch (resource) {
      case Resource.Function _ ->
          new EventDetails.LambdaFunctionFailed(failure.error(), failure.cause());
      case Resource.Integration integration ->
          new EventDetails.TaskFailed(target(integration), failure.error(), failure.cause());
    };
  }

  /** The attempt did not start. */
  EventDetails notStarted(Failure failure) {
    return switch (resource) {
      case Resource.Function _ ->
          new EventDetails.LambdaFunctionStartFailed(failure.error(), failure.cause());
      case Resource.Integration integration ->
          new EventDetails.TaskStartFailed(target(integration), failure.error(), failure.cause());
    };
  }

  /** The service did not take the job; a function is no job. */
  EventDetails notSubmitted(Failure failure) {
    return switch (resource) {
      case Resource.Function _ -> failed(failure);
      case Resource.Integration integration ->
          new EventDetails.TaskSubmitFailed(target(integration), failure.error(), failure.cause());
    };
  }

  EventDetails timedOut(Failure failure) {
    return switch (resource) {
      case Resource.Function _ ->
          new EventDetails.LambdaFunctionTimedOut(failure.error(), failure.cause());
      case Resource.Integration integration ->
          new EventDetails.TaskTimedOut(target(integration), failure.error(), failure.cause());
    };
  }

  static Target target(Resource.Integration integration) {
    return new Target(integration.service(), integration.resource());
  }
}

package ai.myrecruiter.picasso.local.sfn;

import ai.myrecruiter.picasso.local.engine.history.EventDetails;
import ai.myrecruiter.picasso.local.engine.history.EventDetails.OfFunction;
import ai.myrecruiter.picasso.local.engine.history.EventDetails.OfMap;
import ai.myrecruiter.picasso.local.engine.history.EventDetails.OfTask;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.HistoryEventExecutionDataDetails;

/**
 * Events of the stage as the events of the SDK.
 *
 * @param withData whether to show the payloads of states and tasks
 */
record Events(boolean withData) {
  private static final HistoryEventExecutionDataDetails WHOLE =
      HistoryEventExecutionDataDetails.builder().truncated(false).build();

  HistoryEvent toSdk(ai.myrecruiter.picasso.local.engine.history.HistoryEvent event) {
    var builder =
        HistoryEvent.builder()
            .id(event.id())
            .previousEventId(event.previousEventId())
            .timestamp(event.timestamp())
            .type(event.type());
    describe(event.details(), builder);
    return builder.build();
  }

  private void describe(EventDetails details, HistoryEvent.Builder to) {
    switch (details) {
      case EventDetails.ExecutionStarted e ->
          to.executionStartedEventDetails(
              d -> d.input(data(e.input())).inputDetails(whole()).roleArn(e.roleArn()));
      case EventDetails.ExecutionSucceeded e ->
          to.executionSucceededEventDetails(d -> d.output(data(e.output())).outputDetails(whole()));
      case EventDetails.ExecutionFailed e ->
          to.executionFailedEventDetails(d -> d.error(or(e.error())).cause(or(e.cause())));
      case EventDetails.ExecutionAborted e ->
          to.executionAbortedEventDetails(d -> d.error(or(e.error())).cause(or(e.cause())));
      case EventDetails.ExecutionTimedOut e ->
          to.executionTimedOutEventDetails(d -> d.error(or(e.error())).cause(or(e.cause())));
      case EventDetails.StateEntered e ->
          to.stateEnteredEventDetails(
              d -> d.name(e.name()).input(data(e.input())).inputDetails(whole()));
      case EventDetails.StateExited e ->
          to.stateExitedEventDetails(
              d -> d.name(e.name()).output(data(e.output())).outputDetails(whole()));
      case EventDetails.StateAborted _,
          EventDetails.ParallelStateStarted _,
          EventDetails.ParallelStateSucceeded _,
          EventDetails.ParallelStateFailed _ -> {}
      case OfMap map -> describe(map, to);
      case OfTask task -> describe(task, to);
      case OfFunction function -> describe(function, to);
    }
  }

  private static void describe(OfMap details, HistoryEvent.Builder to) {
    switch (details) {
      case EventDetails.MapStateStarted(int length) ->
          to.mapStateStartedEventDetails(d -> d.length(length));
      case EventDetails.MapStateSucceeded _, EventDetails.MapStateFailed _ -> {}
      case EventDetails.MapIterationStarted(var name, int index) ->
          to.mapIterationStartedEventDetails(d -> d.name(name).index(index));
      case EventDetails.MapIterationSucceeded(var name, int index) ->
          to.mapIterationSucceededEventDetails(d -> d.name(name).index(index));
      case EventDetails.MapIterationFailed(var name, int index) ->
          to.mapIterationFailedEventDetails(d -> d.name(name).index(index));
      case EventDetails.MapIterationAborted(var name, int index) ->
          to.mapIterationAbortedEventDetails(d -> d.name(name).index(index));
    }
  }

  private void describe(OfTask details, HistoryEvent.Builder to) {
    switch (details) {
      case EventDetails.TaskScheduled e ->
          to.taskScheduledEventDetails(d ->
              d.resourceType(e.target().resourceType())
                  .resource(e.target().resource())
                  .region(e.region())
                  .parameters(data(e.parameters()))
                  .timeoutInSeconds(or(e.timeoutInSeconds()))
                  .heartbeatInSeconds(or(e.heartbeatInSeconds())));
      case EventDetails.TaskStarted(var target) ->
          to.taskStartedEventDetails(
              d -> d.resourceType(target.resourceType()).resource(target.resource()));
      case EventDetails.TaskStartFailed(var target, var error, var cause) ->
          to.taskStartFailedEventDetails(d ->
              d.resourceType(target.resourceType())
                  .resource(target.resource())
                  .error(or(error))
                  .cause(or(cause)));
      case EventDetails.TaskSubmitFailed(var target, var error, var cause) ->
          to.taskSubmitFailedEventDetails(d ->
              d.resourceType(target.resourceType())
                  .resource(target.resource())
                  .error(or(error))
                  .cause(or(cause)));
      case EventDetails.TaskSubmitted(var target, var output) ->
          to.taskSubmittedEventDetails(d ->
              d.resourceType(target.resourceType())
                  .resource(target.resource())
                  .output(data(output))
                  .outputDetails(whole()));
      case EventDetails.TaskSucceeded(var target, var output) ->
          to.taskSucceededEventDetails(d ->
              d.resourceType(target.resourceType())
                  .resource(target.resource())
                  .output(data(output))
                  .outputDetails(whole()));
      case EventDetails.TaskFailed(var target, var error, var cause) ->
          to.taskFailedEventDetails(d ->
              d.resourceType(target.resourceType())
                  .resource(target.resource())
                  .error(or(error))
                  .cause(or(cause)));
      case EventDetails.TaskTimedOut(var target, var error, var cause) ->
          to.taskTimedOutEventDetails(d ->
              d.resourceType(target.resourceType())
                  .resource(target.resource())
                  .error(or(error))
                  .cause(or(cause)));
    }
  }

  private void describe(OfFunction details, HistoryEvent.Builder to) {
    switch (details) {
      case EventDetails.LambdaFunctionScheduled(var resource, var input, var timeout) ->
          to.lambdaFunctionScheduledEventDetails(d ->
              d.resource(resource)
                  .input(data(input))
                  .inputDetails(whole())
                  .timeoutInSeconds(or(timeout)));
      case EventDetails.LambdaFunctionStarted _ -> {}
      case EventDetails.LambdaFunctionStartFailed(var error, var cause) ->
          to.lambdaFunctionStartFailedEventDetails(d -> d.error(or(error)).cause(or(cause)));
      case EventDetails.LambdaFunctionSucceeded(var output) ->
          to.lambdaFunctionSucceededEventDetails(
              d -> d.output(data(output)).outputDetails(whole()));
      case EventDetails.LambdaFunctionFailed(var error, var cause) ->
          to.lambdaFunctionFailedEventDetails(d -> d.error(or(error)).cause(or(cause)));
      case EventDetails.LambdaFunctionTimedOut(var error, var cause) ->
          to.lambdaFunctionTimedOutEventDetails(d -> d.error(or(error)).cause(or(cause)));
    }
  }

  private @Nullable String data(String payload) {
    return withData ? payload : null;
  }

  private @Nullable HistoryEventExecutionDataDetails whole() {
    return withData ? WHOLE : null;
  }

  private static <T> @Nullable T or(Optional<T> value) {
    return value.orElse(null);
  }
}

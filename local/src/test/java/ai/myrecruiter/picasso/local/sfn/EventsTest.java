package ai.myrecruiter.picasso.local.sfn;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.local.engine.data.Json;
import ai.myrecruiter.picasso.local.engine.history.EventDetails;
import ai.myrecruiter.picasso.local.engine.history.EventDetails.Target;
import ai.myrecruiter.picasso.local.engine.history.HistoryEvent;
import ai.myrecruiter.picasso.local.wire.PojoJson;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;

final class EventsTest {
  private static final Target TARGET = new Target("lambda", "invoke");
  private static final Optional<String> ERROR = Optional.of("E");
  private static final Optional<String> CAUSE = Optional.of("c");

  static Stream<Arguments> events() {
    return Stream.of(
        of(
            new EventDetails.ExecutionStarted("1", "r"),
            """
            {"executionStartedEventDetails": {"input":"1", "inputDetails":{"truncated":false}, "roleArn":"r"}}\
            """),
        of(
            new EventDetails.ExecutionSucceeded("1"),
            """
            {"executionSucceededEventDetails": {"output":"1", "outputDetails":{"truncated":false}}}\
            """),
        of(
            new EventDetails.ExecutionFailed(ERROR, CAUSE),
            """
            {"executionFailedEventDetails": {"error":"E", "cause":"c"}}\
            """),
        of(
            new EventDetails.ExecutionFailed(Optional.empty(), Optional.empty()),
            """
            {"executionFailedEventDetails": {}}\
            """),
        of(
            new EventDetails.ExecutionAborted(ERROR, CAUSE),
            """
            {"executionAbortedEventDetails": {"error":"E", "cause":"c"}}\
            """),
        of(
            new EventDetails.ExecutionTimedOut(ERROR, CAUSE),
            """
            {"executionTimedOutEventDetails": {"error":"E", "cause":"c"}}\
            """),
        of(
            new EventDetails.StateEntered("Pass", "A", "1"),
            """
            {"stateEnteredEventDetails": {"name":"A", "input":"1", "inputDetails":{"truncated":false}}}\
            """),
        of(
            new EventDetails.StateExited("Pass", "A", "1"),
            """
            {"stateExitedEventDetails": {"name":"A", "output":"1", "outputDetails":{"truncated":false}}}\
            """),
        of(new EventDetails.StateAborted("Wait"), "{}"),
        of(new EventDetails.ParallelStateStarted(), "{}"),
        of(new EventDetails.ParallelStateSucceeded(), "{}"),
        of(new EventDetails.ParallelStateFailed(), "{}"),
        of(
            new EventDetails.MapStateStarted(3),
            """
            {"mapStateStartedEventDetails": {"length":3}}\
            """),
        of(new EventDetails.MapStateSucceeded(), "{}"),
        of(new EventDetails.MapStateFailed(), "{}"),
        of(
            new EventDetails.MapIterationStarted("M", 0),
            """
            {"mapIterationStartedEventDetails": {"name":"M", "index":0}}\
            """),
        of(
            new EventDetails.MapIterationSucceeded("M", 1),
            """
            {"mapIterationSucceededEventDetails": {"name":"M", "index":1}}\
            """),
        of(
            new EventDetails.MapIterationFailed("M", 1),
            """
            {"mapIterationFailedEventDetails": {"name":"M", "index":1}}\
            """),
        of(
            new EventDetails.MapIterationAborted("M", 1),
            """
            {"mapIterationAbortedEventDetails": {"name":"M", "index":1}}\
            """),
        of(
            new EventDetails.TaskStartFailed(TARGET, ERROR, CAUSE),
            """
            {"taskStartFailedEventDetails": {"resourceType":"lambda", "resource":"invoke", "error":"E", "cause":"c"}}\
            """),
        of(
            new EventDetails.TaskSubmitFailed(TARGET, ERROR, CAUSE),
            """
            {"taskSubmitFailedEventDetails": {"resourceType":"lambda", "resource":"invoke", "error":"E", "cause":"c"}}\
            """),
        of(
            new EventDetails.LambdaFunctionStartFailed(ERROR, CAUSE),
            """
            {"lambdaFunctionStartFailedEventDetails": {"error":"E", "cause":"c"}}\
            """),
        of(
            new EventDetails.TaskScheduled(TARGET, "eu", "{}", Optional.of(5L), Optional.of(2L)),
            """
            {"taskScheduledEventDetails": {"resourceType":"lambda", "resource":"invoke", "region":"eu", "parameters":"{}", "timeoutInSeconds":5, "heartbeatInSeconds":2}}\
            """),
        of(
            new EventDetails.TaskStarted(TARGET),
            """
            {"taskStartedEventDetails": {"resourceType":"lambda", "resource":"invoke"}}\
            """),
        of(
            new EventDetails.TaskSubmitted(TARGET, "1"),
            """
            {"taskSubmittedEventDetails": {"resourceType":"lambda", "resource":"invoke", "output":"1", "outputDetails":{"truncated":false}}}\
            """),
        of(
            new EventDetails.TaskSucceeded(TARGET, "1"),
            """
            {"taskSucceededEventDetails": {"resourceType":"lambda", "resource":"invoke", "output":"1", "outputDetails":{"truncated":false}}}\
            """),
        of(
            new EventDetails.TaskFailed(TARGET, ERROR, CAUSE),
            """
            {"taskFailedEventDetails": {"resourceType":"lambda", "resource":"invoke", "error":"E", "cause":"c"}}\
            """),
        of(
            new EventDetails.TaskTimedOut(TARGET, ERROR, Optional.empty()),
            """
            {"taskTimedOutEventDetails": {"resourceType":"lambda", "resource":"invoke", "error":"E"}}\
            """),
        of(
            new EventDetails.LambdaFunctionScheduled("arn", "1", Optional.of(5L)),
            """
            {"lambdaFunctionScheduledEventDetails": {"resource":"arn", "input":"1", "inputDetails":{"truncated":false}, "timeoutInSeconds":5}}\
            """),
        of(new EventDetails.LambdaFunctionStarted(), "{}"),
        of(
            new EventDetails.LambdaFunctionSucceeded("1"),
            """
            {"lambdaFunctionSucceededEventDetails": {"output":"1", "outputDetails":{"truncated":false}}}\
            """),
        of(
            new EventDetails.LambdaFunctionFailed(ERROR, CAUSE),
            """
            {"lambdaFunctionFailedEventDetails": {"error":"E", "cause":"c"}}\
            """),
        of(
            new EventDetails.LambdaFunctionTimedOut(ERROR, CAUSE),
            """
            {"lambdaFunctionTimedOutEventDetails": {"error":"E", "cause":"c"}}\
            """));
  }

  private static Arguments of(EventDetails details, String expected) {
    return Arguments.of(details, expected);
  }

  @ParameterizedTest
  @MethodSource("events")
  void saysInTheSdksWordsWhatHappened(EventDetails details, String expected) {
    var event = new Events(true).toSdk(new HistoryEvent(3, Instant.EPOCH, 2, details));
    assertThat(event.id()).isEqualTo(3);
    assertThat(event.previousEventId()).isEqualTo(2);
    assertThat(event.typeAsString()).isEqualTo(details.type());
    assertThat(event.type())
        .as("known to the SDK")
        .isNotEqualTo(HistoryEventType.UNKNOWN_TO_SDK_VERSION);
    var json = PojoJson.write(event);
    json.remove(List.of("id", "previousEventId", "timestamp", "type"));
    assertThat(Json.parse(Json.write(json))).isEqualTo(Json.parse(expected));
  }
}

package ai.myrecruiter.picasso.local.sfn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.local.engine.Machines;
import ai.myrecruiter.picasso.local.engine.data.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.InvalidDefinitionException;
import software.amazon.awssdk.services.sfn.model.SfnException;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;

/** The real SDK, and plain HTTP, against the stage on the real clock. */
final class StepFunctionsEndpointTest {
  private static final String PASS = Machines.single("{\"Type\": \"Pass\"}");
  private static final String WAIT = Machines.single("{\"Type\": \"Wait\", \"Seconds\": 600}");

  private final LiveStepFunctions live = new LiveStepFunctions();
  private final SfnClient sdk = live.sdk();

  @AfterEach
  void close() {
    live.close();
  }

  @Test
  void runsAnExecutionForTheRealSdk() throws Exception {
    var execution = live.start(PASS, "{\"a\": \"ü\"}");
    var end = live.waitForEnd(execution);
    assertThat(end.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(end.output()).isEqualTo("{\"a\":\"ü\"}");
    assertThat(Duration.between(end.startDate(), Instant.now()).abs())
        .isLessThan(Duration.ofMinutes(1));
    var events = sdk.getExecutionHistory(b -> b.executionArn(execution)).events();
    assertThat(events).extracting(HistoryEvent::id).containsExactly(1L, 2L, 3L, 4L);
    assertThat(events.get(1).stateEnteredEventDetails().name()).isEqualTo("Only");
  }

  @Test
  void pagesForTheRealSdk() throws Exception {
    var execution = live.start(PASS, "{}");
    live.waitForEnd(execution);
    assertThat(
            sdk.getExecutionHistoryPaginator(
                    b -> b.executionArn(execution).maxResults(3).reverseOrder(true))
                .events())
        .extracting(HistoryEvent::id)
        .containsExactly(4L, 3L, 2L, 1L);
  }

  @Test
  void stopsAndListsForTheRealSdk() throws Exception {
    var execution = live.start(WAIT, "{}");
    sdk.stopExecution(b -> b.executionArn(execution).error("E"));
    assertThat(live.waitForEnd(execution).error()).isEqualTo("E");
    var machine = sdk.describeExecution(b -> b.executionArn(execution)).stateMachineArn();
    assertThat(sdk.listExecutions(b -> b.stateMachineArn(machine)).executions())
        .singleElement()
        .satisfies(item -> assertThat(item.status()).isEqualTo(ExecutionStatus.ABORTED));
    assertThat(sdk.listStateMachines().stateMachines()).hasSize(1);
    assertThat(sdk.describeStateMachine(b -> b.stateMachineArn(machine)).definition())
        .isEqualTo(WAIT);
    assertThat(
            sdk.describeStateMachineForExecution(b -> b.executionArn(execution)).stateMachineArn())
        .isEqualTo(machine);
  }

  @Test
  void completesTasksForTheRealSdk() throws Exception {
    var execution =
        live.start(Machines.single(Machines.await("ask", "\"HeartbeatSeconds\": 60")), "{}");
    var token = live.token();
    sdk.sendTaskHeartbeat(b -> b.taskToken(token));
    sdk.sendTaskSuccess(b -> b.taskToken(token).output("{\"by\":\"A\"}"));
    assertThat(live.waitForEnd(execution).output()).isEqualTo("{\"by\":\"A\"}");
    assertThatThrownBy(() -> sdk.sendTaskFailure(b -> b.taskToken(token)))
        .isInstanceOf(TaskTimedOutException.class);
  }

  @Test
  void throwsTypedErrorsForTheRealSdk() {
    var none = "arn:aws:states:us-east-1:000000000000:execution:none:none";
    assertThatThrownBy(() -> sdk.describeExecution(b -> b.executionArn(none)))
        .isInstanceOf(ExecutionDoesNotExistException.class)
        .hasMessageContaining("Execution Does Not Exist: '" + none + "'");
    assertThatThrownBy(() -> sdk.createStateMachine(b -> b.name("m").definition("{}").roleArn("r")))
        .isInstanceOf(InvalidDefinitionException.class)
        .hasMessageContaining("These fields are required: [States, StartAt]");
    var machine = live.create(WAIT);
    sdk.startExecution(b -> b.stateMachineArn(machine).name("n"));
    assertThatThrownBy(
            () -> sdk.startExecution(b -> b.stateMachineArn(machine).name("n").input("[]")))
        .isInstanceOf(ExecutionAlreadyExistsException.class);
    assertThatThrownBy(() -> sdk.createActivity(b -> b.name("x")))
        .isInstanceOfSatisfying(
            SfnException.class,
            e ->
                assertThat(e.awsErrorDetails().errorCode()).isEqualTo("UnknownOperationException"));
  }

  @Test
  void validatesForTheRealSdk() {
    var answer = sdk.validateStateMachineDefinition(b -> b.definition("{}"));
    assertThat(answer.diagnostics())
        .singleElement()
        .satisfies(d -> assertThat(d.location()).isEqualTo("/"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "AWSStepFunctions.StartExecution | { | com.amazon.coral.service#SerializationException",
        "AWSStepFunctions.StartExecution | [] | com.amazon.coral.service#SerializationException",
        "AWSStepFunctions.StartExecution | `` | com.amazon.coral.service#SerializationException",
        "AWSStepFunctions.StartExecution | {\"stateMachineArn\": 5} |"
            + " com.amazon.coral.service#SerializationException",
        "AWSStepFunctions.ListStateMachines | {\"maxResults\": \"5\"} |"
            + " com.amazon.coral.service#SerializationException",
        "AWSStepFunctions.StartExecution | {} | com.amazon.coral.validate#ValidationException",
        "AWSStepFunctions.Nope | {} | com.amazon.coral.service#UnknownOperationException",
        "DynamoDB_20120810.GetItem | {} | com.amazon.coral.service#UnknownOperationException",
        "AWSStepFunctions.DescribeExecution | {\"executionArn\": \"x\"} |"
            + " com.amazonaws.swf.service.v2.model#InvalidArn"
      })
  void answersBadRequestsAsTheServiceDoes(String target, String body, String type)
      throws Exception {
    var answer = live.post(target, body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/x-amz-json-1.0");
    assertThat(answer.headers().firstValue("x-amzn-RequestId")).isPresent();
    var json = Json.parse(answer.body());
    assertThat(json.path("__type").textValue()).isEqualTo(type);
    assertThat(json.path("message").textValue()).isNotBlank();
  }

  @Test
  void ignoresFieldsItDoesNotKnow() throws Exception {
    var answer = live.post("AWSStepFunctions.ListStateMachines", "{\"foo\": 1}");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"stateMachines\":[]}");
  }

  @Test
  void writesTimesInSeconds() throws Exception {
    live.create(PASS);
    var body = Json.parse(live.post("AWSStepFunctions.ListStateMachines", "{}").body());
    var date = body.path("stateMachines").path(0).path("creationDate");
    assertThat(date.isNumber()).isTrue();
    assertThat(date.doubleValue() * 1000).isBetween(1.7e12, 9e12);
  }

  @Test
  void refusesARequestThatIsTooLong() throws Exception {
    var answer = live.post("AWSStepFunctions.StartExecution", " ".repeat(2 * 1024 * 1024 + 1));
    assertThat(answer.statusCode()).isEqualTo(413);
  }

  @Test
  void answersPostOnly() throws Exception {
    var answer = live.send(live.signed().GET());
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("UnknownOperationException");
  }

  @Test
  void turnsRequestsAwayThatAreNotSigned() throws Exception {
    var answer =
        live.send(
            live.unsigned()
                .header("X-Amz-Target", "AWSStepFunctions.ListStateMachines")
                .POST(BodyPublishers.ofString("{}")));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("MissingAuthenticationTokenException");
  }

  @ParameterizedTest
  @CsvSource({"sync-127.0.0.1, 200", "localhost:1, 200", "evil.example, 403"})
  void answersUnderTheNamesOfTheLoopbackOnly(String host, int status) throws Exception {
    assertThat(statusUnder(host)).isEqualTo(status);
  }

  /** Sent by hand, because no client of the JDK lets the host be chosen. */
  private int statusUnder(String host) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), live.uri().getPort())) {
      var request =
          "POST / HTTP/1.1\r\nHost: %s\r\nAuthorization: AWS4-HMAC-SHA256 x\r\nX-Amz-Target: AWSStepFunctions.ListStateMachines\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"
              .formatted(host);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return Integer.parseInt(answer.split(" ", 3)[1]);
    }
  }

  @Test
  void saysWhichPortIsTaken() {
    int port = live.uri().getPort();
    assertThatThrownBy(() -> StepFunctionsEndpoint.serve(live.core(), port))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(String.valueOf(port))
        .hasMessageContaining("choose another port");
  }
}

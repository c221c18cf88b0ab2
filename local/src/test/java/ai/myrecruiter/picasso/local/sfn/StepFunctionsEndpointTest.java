package ai.myrecruiter.picasso.local.sfn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.local.engine.ExecutionObserver;
import ai.myrecruiter.picasso.local.engine.LambdaAnswer;
import ai.myrecruiter.picasso.local.engine.Machines;
import ai.myrecruiter.picasso.local.engine.StepFunctions;
import ai.myrecruiter.picasso.local.engine.Workbench;
import ai.myrecruiter.picasso.local.engine.data.Json;
import ai.myrecruiter.picasso.local.loop.RealLoop;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
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

  private final List<Throwable> defects = new CopyOnWriteArrayList<>();
  private final List<String> tokens = new CopyOnWriteArrayList<>();
  private final RealLoop loop = new RealLoop(InstantSource.system(), 1, defects::add);
  private final StepFunctions core =
      new StepFunctions(
          loop, Workbench.ACCOUNT, Workbench.REGION, this::invoke, ExecutionObserver.NONE);
  private final StepFunctionsEndpoint endpoint =
      new StepFunctionsEndpoint(new StageSfnClient(core), 0);
  private final SfnClient sdk =
      SfnClient.builder()
          .endpointOverride(endpoint.uri())
          .region(Region.US_EAST_1)
          .credentialsProvider(
              StaticCredentialsProvider.create(AwsBasicCredentials.create("stage", "stage")))
          .httpClient(UrlConnectionHttpClient.create())
          .build();
  private final HttpClient http = HttpClient.newHttpClient();

  private CompletableFuture<LambdaAnswer> invoke(String function, byte[] payload) {
    tokens.add(Json.parse(new String(payload, StandardCharsets.UTF_8)).path("token").textValue());
    return CompletableFuture.completedFuture(
        new LambdaAnswer(
            200, "1", Optional.empty(), "1".getBytes(StandardCharsets.UTF_8), "request"));
  }

  @AfterEach
  void close() {
    sdk.close();
    http.close();
    endpoint.close();
    loop.close();
    assertThat(defects).isEmpty();
  }

  @Test
  void runsAnExecutionForTheRealSdk() throws Exception {
    var execution = start(PASS, "{\"a\": \"ü\"}");
    var end = waitForEnd(execution);
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
    var execution = start(PASS, "{}");
    waitForEnd(execution);
    assertThat(
            sdk.getExecutionHistoryPaginator(
                    b -> b.executionArn(execution).maxResults(3).reverseOrder(true))
                .events())
        .extracting(HistoryEvent::id)
        .containsExactly(4L, 3L, 2L, 1L);
  }

  @Test
  void stopsAndListsForTheRealSdk() throws Exception {
    var execution = start(WAIT, "{}");
    sdk.stopExecution(b -> b.executionArn(execution).error("E"));
    assertThat(waitForEnd(execution).error()).isEqualTo("E");
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
    var execution = start(Machines.single(Machines.await("ask", "\"HeartbeatSeconds\": 60")), "{}");
    while (tokens.isEmpty()) {
      Thread.sleep(5);
    }
    var token = tokens.getFirst();
    sdk.sendTaskHeartbeat(b -> b.taskToken(token));
    sdk.sendTaskSuccess(b -> b.taskToken(token).output("{\"by\":\"A\"}"));
    assertThat(waitForEnd(execution).output()).isEqualTo("{\"by\":\"A\"}");
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
    var machine = create(WAIT);
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
        "AWSStepFunctions.StartExecution | { | SerializationException",
        "AWSStepFunctions.StartExecution | [] | SerializationException",
        "AWSStepFunctions.StartExecution | `` | SerializationException",
        "AWSStepFunctions.StartExecution | {\"stateMachineArn\": 5} | SerializationException",
        "AWSStepFunctions.ListStateMachines | {\"maxResults\": \"5\"} | SerializationException",
        "AWSStepFunctions.StartExecution | {} | ValidationException",
        "AWSStepFunctions.Nope | {} | UnknownOperationException",
        "DynamoDB_20120810.GetItem | {} | UnknownOperationException",
        "AWSStepFunctions.DescribeExecution | {\"executionArn\": \"x\"} | InvalidArn"
      })
  void answersBadRequestsAsTheServiceDoes(String target, String body, String type)
      throws Exception {
    var answer = post(target, body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/x-amz-json-1.0");
    assertThat(answer.headers().firstValue("x-amzn-RequestId")).isPresent();
    var json = Json.parse(answer.body());
    assertThat(json.path("__type").textValue()).isEqualTo(type);
    assertThat(json.path("message").textValue()).isNotBlank();
  }

  @Test
  void ignoresFieldsItDoesNotKnow() throws Exception {
    var answer = post("AWSStepFunctions.ListStateMachines", "{\"foo\": 1}");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"stateMachines\":[]}");
  }

  @Test
  void writesTimesInSeconds() throws Exception {
    create(PASS);
    var body = Json.parse(post("AWSStepFunctions.ListStateMachines", "{}").body());
    var date = body.path("stateMachines").path(0).path("creationDate");
    assertThat(date.isNumber()).isTrue();
    assertThat(date.doubleValue() * 1000).isBetween(1.7e12, 9e12);
  }

  @Test
  void refusesARequestThatIsTooLong() throws Exception {
    var answer = post("AWSStepFunctions.StartExecution", " ".repeat(2 * 1024 * 1024 + 1));
    assertThat(answer.statusCode()).isEqualTo(413);
  }

  @Test
  void answersPostOnly() throws Exception {
    var answer =
        http.send(HttpRequest.newBuilder(endpoint.uri()).GET().build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("UnknownOperationException");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1", "127.0.0.1:8083", "[::1]:8083", "LOCALHOST:1"})
  void takesTheNamesOfTheLoopback(String host) {
    assertThat(StepFunctionsEndpoint.isForLoopback(host)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "127.0.0.1.evil.example:8083", "", "[::2]:1"})
  void turnsOtherNamesAway(String host) {
    assertThat(StepFunctionsEndpoint.isForLoopback(host)).isFalse();
  }

  @Test
  void saysWhichPortIsTaken() {
    int port = endpoint.uri().getPort();
    assertThatThrownBy(() -> new StepFunctionsEndpoint(sdk, port))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(String.valueOf(port))
        .hasMessageContaining("choose another port");
  }

  private HttpResponse<String> post(String target, String body) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(endpoint.uri() + "/"))
            .header("X-Amz-Target", target)
            .header("Content-Type", "application/x-amz-json-1.0")
            .POST(BodyPublishers.ofString(body))
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  private String create(String definition) {
    return sdk.createStateMachine(
            b -> b.name("machine").definition(definition).roleArn(Workbench.ROLE))
        .stateMachineArn();
  }

  private String start(String definition, String input) {
    var machine = create(definition);
    return sdk.startExecution(b -> b.stateMachineArn(machine).input(input)).executionArn();
  }

  private software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse waitForEnd(
      String execution) throws InterruptedException {
    while (true) {
      var now = sdk.describeExecution(b -> b.executionArn(execution));
      if (now.status() != ExecutionStatus.RUNNING) {
        return now;
      }
      Thread.sleep(5);
    }
  }
}

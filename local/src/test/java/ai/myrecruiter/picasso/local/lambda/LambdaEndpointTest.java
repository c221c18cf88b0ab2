package ai.myrecruiter.picasso.local.lambda;

import static ai.myrecruiter.picasso.local.lambda.TestLambda.CHAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.local.engine.LambdaAnswer;
import ai.myrecruiter.picasso.local.engine.LambdaFailure;
import ai.myrecruiter.picasso.local.engine.data.Json;
import ai.myrecruiter.picasso.local.loop.RealLoop;
import ai.myrecruiter.picasso.local.wire.LoopbackServer;
import ai.myrecruiter.picasso.local.wire.SdkOperations;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.InvalidParameterValueException;
import software.amazon.awssdk.services.lambda.model.InvalidRequestContentException;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.LogType;
import software.amazon.awssdk.services.lambda.model.PreconditionFailedException;
import software.amazon.awssdk.services.lambda.model.RequestTooLargeException;
import software.amazon.awssdk.services.lambda.model.ResourceConflictException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;

/** The real SDK, and plain HTTP, against the functions of the stage on the real clock. */
final class LambdaEndpointTest {
  private static final String ARN = "arn:aws:lambda:us-east-1:000000000000:function:echo";
  private static final RequestStreamHandler ECHO =
      (input, output, context) -> {
        context.getLogger().log("echo in version " + context.getFunctionVersion());
        input.transferTo(output);
      };
  private final List<Throwable> defects = new CopyOnWriteArrayList<>();
  private final TestLambda lambda =
      new TestLambda(new RealLoop(InstantSource.system(), 1, defects::add));
  private final LoopbackServer server = LambdaEndpoint.serve(lambda.loop, lambda.service, 0);
  private final LambdaClient sdk =
      LambdaClient.builder()
          .endpointOverride(server.uri())
          .region(Region.US_EAST_1)
          .credentialsProvider(
              StaticCredentialsProvider.create(AwsBasicCredentials.create("stage", "stage")))
          .httpClient(UrlConnectionHttpClient.create())
          .overrideConfiguration(c -> c.retryStrategy(r -> r.maxAttempts(1)))
          .build();
  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeEach
  void create() {
    lambda.withTask("echo", ECHO);
    sdk.publishVersion(b -> b.functionName("echo"));
    sdk.createAlias(b -> b.functionName("echo").name("live").functionVersion("1"));
  }

  @AfterEach
  void close() {
    sdk.close();
    http.close();
    server.close();
    lambda.close();
    assertThat(defects).isEmpty();
  }

  private InvokeResponse invoke(String function, String payload) {
    return sdk.invoke(b -> b.functionName(function).payload(SdkBytes.fromUtf8String(payload)));
  }

  @ParameterizedTest
  @CsvSource({
    "echo, $LATEST",
    "echo:1, 1",
    "echo:live, 1",
    "000000000000:function:echo, $LATEST",
    ARN + ", $LATEST",
    ARN + ":live, 1",
    ARN + ":1, 1"
  })
  void invokesByNamePartialAndWholeArn(String function, String version) {
    var answer = invoke(function, "{\"a\":\"ü\"}");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.executedVersion()).isEqualTo(version);
    assertThat(answer.functionError()).isNull();
    assertThat(answer.payload().asUtf8String()).isEqualTo("{\"a\":\"ü\"}");
    assertThat(answer.logResult()).isNull();
  }

  @Test
  void takesTheQualifierApartToo() {
    assertThat(sdk.invoke(b -> b.functionName("echo").qualifier("live")).executedVersion())
        .isEqualTo("1");
    assertThatThrownBy(() -> sdk.invoke(b -> b.functionName("echo:1").qualifier("live")))
        .isInstanceOf(InvalidParameterValueException.class)
        .hasMessageContaining("does not match the qualifier");
  }

  @Test
  void saysThatAFunctionFailedByAHeader() {
    lambda.withTask(
        "bad",
        (input, output, context) -> {
          throw new IllegalStateException("broken");
        });
    var answer = invoke("bad", "{}");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.functionError()).isEqualTo("Unhandled");
    assertThat(Json.parse(answer.payload().asUtf8String()).path("errorType").textValue())
        .isEqualTo("java.lang.IllegalStateException");
  }

  @Test
  void givesTheTailOfTheLogWhenAsked() {
    var answer = sdk.invoke(b -> b.functionName("echo").qualifier("1").logType(LogType.TAIL));
    var log = new String(Base64.getDecoder().decode(answer.logResult()), StandardCharsets.UTF_8);
    assertThat(log.lines().map(line -> line.split(" ", 2)[0]))
        .containsExactly("START", "echo", "END", "REPORT");
    assertThat(log).contains("Version: 1").contains("echo in version 1").contains(" ms");
  }

  @Test
  void givesFourKilobytesOfALongLog() {
    lambda.withTask("long", (input, output, context) -> context.getLogger().log("x".repeat(9000)));
    var answer = sdk.invoke(b -> b.functionName("long").logType(LogType.TAIL));
    assertThat(Base64.getDecoder().decode(answer.logResult())).hasSize(4096);
  }

  @Test
  void acceptsEventsAndDryRuns() throws InterruptedException {
    var ran = new CountDownLatch(1);
    lambda.withTask("event", (input, output, context) -> ran.countDown());
    assertThat(
            sdk.invoke(b -> b.functionName("event").invocationType(InvocationType.DRY_RUN))
                .statusCode())
        .isEqualTo(204);
    assertThat(ran.getCount()).isEqualTo(1);
    assertThat(
            sdk.invoke(b -> b.functionName("event").invocationType(InvocationType.EVENT))
                .statusCode())
        .isEqualTo(202);
    assertThat(ran.await(10, TimeUnit.SECONDS)).isTrue();
    assertThatThrownBy(() -> sdk.invoke(b -> b.functionName("event").invocationType("Later")))
        .isInstanceOf(InvalidParameterValueException.class);
  }

  @Test
  void refusesByTypedExceptions() {
    assertThatThrownBy(() -> invoke("none", "{}"))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageContaining("Function not found: " + ARN.replace("echo", "none"));
    assertThatThrownBy(() -> invoke("echo:9", "{}")).isInstanceOf(ResourceNotFoundException.class);
    assertThatThrownBy(() -> invoke("echo", "{"))
        .isInstanceOf(InvalidRequestContentException.class)
        .hasMessageContaining("Could not parse request body into json");
    assertThatThrownBy(() -> invoke("echo", "\"" + "x".repeat(6 * 1024 * 1024) + "\""))
        .isInstanceOf(RequestTooLargeException.class);
    sdk.putFunctionConcurrency(b -> b.functionName("echo").reservedConcurrentExecutions(0));
    assertThatThrownBy(() -> invoke("echo", "{}"))
        .isInstanceOfSatisfying(
            TooManyRequestsException.class,
            e ->
                assertThat(e.reasonAsString())
                    .isEqualTo("ReservedFunctionConcurrentInvocationLimitExceeded"));
  }

  @Test
  void readsAndWritesFunctionsVersionsAndAliases() throws IOException {
    lambda.withChat(2);
    assertThat(sdk.listFunctions().functions())
        .extracting(FunctionConfiguration::functionName)
        .containsExactly("echo", CHAT);
    assertThat(sdk.getFunction(b -> b.functionName(CHAT)).configuration().environment().variables())
        .containsEntry("RELEASE", "r2");
    var jar =
        SdkBytes.fromByteArray(Files.readAllBytes(PayloadJar.compiled(Map.of("A", "class A {}"))));
    var code = sdk.updateFunctionCode(b -> b.functionName(CHAT).zipFile(jar));
    sdk.updateFunctionConfiguration(
        b -> b.functionName(CHAT).timeout(7).environment(e -> e.variables(Map.of("K", "v"))));
    assertThat(
            sdk.publishVersion(b -> b.functionName(CHAT).codeSha256(code.codeSha256())).version())
        .isEqualTo("3");
    assertThat(sdk.listVersionsByFunction(b -> b.functionName(CHAT)).versions()).hasSize(4);
    var configuration = sdk.getFunctionConfiguration(b -> b.functionName(CHAT).qualifier("3"));
    assertThat(configuration.timeout()).isEqualTo(7);
    assertThat(configuration.environment().variables()).containsExactly(Map.entry("K", "v"));
    sdk.deleteFunction(b -> b.functionName(CHAT).qualifier("3"));
    assertThat(sdk.listVersionsByFunction(b -> b.functionName(CHAT)).versions()).hasSize(3);
  }

  @Test
  void movesAnAliasOnlyFromTheRevisionThatTheCallerRead() {
    lambda.withChat(2);
    var read = sdk.getAlias(b -> b.functionName(CHAT).name("live"));
    var moved =
        sdk.updateAlias(b ->
            b.functionName(CHAT)
                .name("live")
                .revisionId(read.revisionId())
                .routingConfig(r -> r.additionalVersionWeights(Map.of("2", 0.25))));
    assertThat(moved.routingConfig().additionalVersionWeights()).containsEntry("2", 0.25);
    assertThatThrownBy(() ->
            sdk.updateAlias(b -> b.functionName(CHAT).name("live").revisionId(read.revisionId())))
        .isInstanceOf(PreconditionFailedException.class);
    assertThatThrownBy(
            () -> sdk.createAlias(b -> b.functionName(CHAT).name("live").functionVersion("1")))
        .isInstanceOf(ResourceConflictException.class);
    assertThat(sdk.listAliases(b -> b.functionName(CHAT)).aliases()).hasSize(1);
    sdk.deleteAlias(b -> b.functionName(CHAT).name("live"));
    assertThatThrownBy(() -> sdk.getAlias(b -> b.functionName(CHAT).name("live")))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void limitsAndUrlsAreReachedToo() {
    sdk.putFunctionConcurrency(b -> b.functionName("echo").reservedConcurrentExecutions(3));
    assertThat(
            sdk.getFunctionConcurrency(b -> b.functionName("echo")).reservedConcurrentExecutions())
        .isEqualTo(3);
    sdk.deleteFunctionConcurrency(b -> b.functionName("echo"));
    assertThat(
            sdk.getFunctionConcurrency(b -> b.functionName("echo")).reservedConcurrentExecutions())
        .isNull();
    assertThatThrownBy(() -> sdk.getFunctionUrlConfig(b -> b.functionName("echo")))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void everyRouteHasItsCallAndEveryCallItsRoute() {
    assertThat(LambdaRoute.ALL.stream().map(LambdaRoute::operation).collect(Collectors.toSet()))
        .isEqualTo(SdkOperations.of(StageLambdaClient.calls(lambda.loop, lambda.service)).names());
  }

  @Test
  void anEngineInAnotherProcessInvokesThroughThePort() {
    var remote = new RemoteLambda(lambda.loop, sdk);
    assertThat(TestLambda.text(call(remote, "echo:live"))).isEqualTo("{\"a\":1}");
    assertThat(call(remote, "echo:live").executedVersion()).isEqualTo("1");
    assertThatThrownBy(() -> call(remote, "none"))
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(
            LambdaFailure.class,
            e -> assertThat(e.errorCode()).isEqualTo("Lambda.ResourceNotFoundException"));
    server.close();
    assertThatThrownBy(() -> call(remote, "echo"))
        .cause()
        .isInstanceOfSatisfying(
            LambdaFailure.class,
            e -> assertThat(e.errorCode()).isEqualTo("Lambda.SdkClientException"));
  }

  private static LambdaAnswer call(RemoteLambda remote, String function) {
    return remote
        .invoke(function, "{\"a\":1}".getBytes(StandardCharsets.UTF_8))
        .toCompletableFuture()
        .join();
  }

  @Test
  void writesErrorsAsTheServiceDoes() throws Exception {
    var answer =
        send(
            request("/2015-03-31/functions/none/invocations")
                .header("Authorization", "AWS4-HMAC-SHA256 x"));
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("x-amzn-ErrorType"))
        .contains("ResourceNotFoundException");
    assertThat(Json.parse(answer.body()))
        .isEqualTo(
            Json.parse(
                "{\"Type\":\"User\",\"Message\":\"Function not found: %s\"}"
                    .formatted(ARN.replace("echo", "none"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/2015-03-31/functions/echo/nothing", "/2015-03-31/layers"})
  void namesWhatItHasNot(String path) throws Exception {
    var answer = send(request(path).header("Authorization", "AWS4-HMAC-SHA256 x"));
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("no operation POST " + path).contains("Invoke");
  }

  @Test
  void refusesBodiesThatAreNotWhatTheCallTakes() throws Exception {
    for (var body : List.of("[]", "{", "{\"FunctionVersion\": 5}")) {
      var answer =
          send(
              HttpRequest.newBuilder(
                      URI.create(server.uri() + "/2015-03-31/functions/echo/aliases"))
                  .header("Authorization", "AWS4-HMAC-SHA256 x")
                  .POST(BodyPublishers.ofString(body)));
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.headers().firstValue("x-amzn-ErrorType"))
          .contains("SerializationException");
    }
  }

  @Test
  void aPageOfTheWebCannotInvoke() throws Exception {
    var answer = send(request("/2015-03-31/functions/echo/invocations"));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.headers().firstValue("x-amzn-ErrorType"))
        .contains("MissingAuthenticationTokenException");
    assertThat(lambda.lines).isEmpty();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server.uri() + path))
        .POST(BodyPublishers.ofString("{}"));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), BodyHandlers.ofString());
  }
}

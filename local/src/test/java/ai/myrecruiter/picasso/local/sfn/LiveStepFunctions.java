package ai.myrecruiter.picasso.local.sfn;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.local.engine.ExecutionObserver;
import ai.myrecruiter.picasso.local.engine.LambdaAnswer;
import ai.myrecruiter.picasso.local.engine.StepFunctions;
import ai.myrecruiter.picasso.local.engine.Workbench;
import ai.myrecruiter.picasso.local.engine.data.Json;
import ai.myrecruiter.picasso.local.loop.RealLoop;
import ai.myrecruiter.picasso.local.wire.LoopbackServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** Step Functions on the real clock, with the real SDK client and plain HTTP before it. */
final class LiveStepFunctions implements AutoCloseable {
  private final List<Throwable> defects = new CopyOnWriteArrayList<>();
  private final List<String> tokens = new CopyOnWriteArrayList<>();
  private final RealLoop loop = new RealLoop(InstantSource.system(), 1, defects::add);
  private final StepFunctions core =
      new StepFunctions(
          loop, Workbench.ACCOUNT, Workbench.REGION, this::invoke, ExecutionObserver.NONE);
  private final LoopbackServer server = StepFunctionsEndpoint.serve(core, 0);
  private final SfnClient sdk =
      SfnClient.builder()
          .endpointOverride(server.uri())
          .region(Region.US_EAST_1)
          .credentialsProvider(
              StaticCredentialsProvider.create(AwsBasicCredentials.create("stage", "stage")))
          .overrideConfiguration(
              c -> c.putAdvancedOption(SdkAdvancedClientOption.DISABLE_HOST_PREFIX_INJECTION, true))
          .httpClient(UrlConnectionHttpClient.create())
          .build();
  private final HttpClient http = HttpClient.newHttpClient();

  private CompletableFuture<LambdaAnswer> invoke(String function, byte[] payload) {
    tokens.add(Json.parse(new String(payload, StandardCharsets.UTF_8)).path("token").textValue());
    return CompletableFuture.completedFuture(
        new LambdaAnswer(
            200, "1", Optional.empty(), "1".getBytes(StandardCharsets.UTF_8), "request"));
  }

  SfnClient sdk() {
    return sdk;
  }

  StepFunctions core() {
    return core;
  }

  URI uri() {
    return server.uri();
  }

  /** The token of the only task that waits. */
  String token() throws InterruptedException {
    while (tokens.isEmpty()) {
      Thread.sleep(5);
    }
    return tokens.getFirst();
  }

  String create(String definition) {
    return create("machine", definition);
  }

  String create(String name, String definition) {
    return sdk.createStateMachine(b -> b.name(name).definition(definition).roleArn(Workbench.ROLE))
        .stateMachineArn();
  }

  String start(String definition, String input) {
    var machine = create(definition);
    return sdk.startExecution(b -> b.stateMachineArn(machine).input(input)).executionArn();
  }

  DescribeExecutionResponse waitForEnd(String execution) throws InterruptedException {
    while (true) {
      var now = sdk.describeExecution(b -> b.executionArn(execution));
      if (now.status() != ExecutionStatus.RUNNING) {
        return now;
      }
      Thread.sleep(5);
    }
  }

  HttpResponse<String> post(String target, String body) throws Exception {
    return send(signed().header("X-Amz-Target", target).POST(BodyPublishers.ofString(body)));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  HttpRequest.Builder unsigned() {
    return HttpRequest.newBuilder(URI.create(server.uri() + "/"))
        .header("Content-Type", "application/x-amz-json-1.0");
  }

  HttpRequest.Builder signed() {
    return unsigned().header("Authorization", "AWS4-HMAC-SHA256 Credential=stage");
  }

  @Override
  public void close() {
    sdk.close();
    http.close();
    server.close();
    loop.close();
    assertThat(defects).isEmpty();
  }
}

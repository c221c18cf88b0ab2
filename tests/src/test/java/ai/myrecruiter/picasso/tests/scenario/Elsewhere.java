package ai.myrecruiter.picasso.tests.scenario;

import ai.myrecruiter.picasso.local.engine.ExecutionObserver;
import ai.myrecruiter.picasso.local.engine.StepFunctions;
import ai.myrecruiter.picasso.local.lambda.RemoteLambda;
import ai.myrecruiter.picasso.local.loop.RealLoop;
import ai.myrecruiter.picasso.local.sdk.StageAccount;
import ai.myrecruiter.picasso.local.sfn.StepFunctionsEndpoint;
import ai.myrecruiter.picasso.local.wire.LoopbackServer;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;

/**
 * Our own engine where an AWS's or somebody else's Step Functions would be: it shares nothing with
 * the stage, is reached over HTTP and invokes functions over HTTP.
 */
final class Elsewhere implements AutoCloseable {
  private final List<Throwable> defects = new CopyOnWriteArrayList<>();
  private final RealLoop loop = new RealLoop(InstantSource.system(), 2, defects::add);
  private final AtomicReference<Optional<LambdaClient>> lambda =
      new AtomicReference<>(Optional.empty());
  private final LoopbackServer server;

  /** Step Functions that serves on any free port, and cannot invoke anything yet. */
  Elsewhere() {
    this(0);
  }

  private Elsewhere(int port) {
    var core =
        new StepFunctions(
            loop,
            StageAccount.ID,
            StageAccount.REGION,
            (function, payload) ->
                new RemoteLambda(loop, lambda.get().orElseThrow()).invoke(function, payload),
            ExecutionObserver.NONE);
    this.server = StepFunctionsEndpoint.serve(core, port);
  }

  /**
   * Serves in a process of its own until that is ended: {@code PORT LAMBDA_ENDPOINT}; see
   * tests/scenario.sh.
   */
  static void main(String[] arguments) throws InterruptedException {
    if (arguments.length != 2) {
      System.err.println("usage: Elsewhere PORT LAMBDA_ENDPOINT");
      System.exit(2);
    }
    try (var engine = new Elsewhere(Integer.parseInt(arguments[0]))) {
      engine.invokeAt(URI.create(arguments[1]));
      System.out.println(engine.uri());
      Thread.currentThread().join();
    }
  }

  /** Says where the functions of its tasks are. */
  void invokeAt(URI lambdaEndpoint) {
    var client =
        LambdaClient.builder()
            .endpointOverride(lambdaEndpoint)
            .region(Region.of(StageAccount.REGION))
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    lambda.set(Optional.of(client));
  }

  URI uri() {
    return server.uri();
  }

  List<Throwable> defects() {
    return defects;
  }

  @Override
  public void close() {
    server.close();
    loop.close();
    lambda.get().ifPresent(LambdaClient::close);
  }
}

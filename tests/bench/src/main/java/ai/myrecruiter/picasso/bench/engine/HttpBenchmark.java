package ai.myrecruiter.picasso.bench.engine;

import ai.myrecruiter.picasso.local.engine.ExecutionObserver;
import ai.myrecruiter.picasso.local.engine.StepFunctions;
import ai.myrecruiter.picasso.local.loop.RealLoop;
import ai.myrecruiter.picasso.local.sfn.StepFunctionsEndpoint;
import ai.myrecruiter.picasso.local.wire.LoopbackServer;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * State transitions a second through the AWS SDK and HTTP on the real clock: a client starts an
 * execution of 100 states, asks until it is over, and starts the next.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class HttpBenchmark {
  private static final String ROLE = "arn:aws:iam::000000000000:role/bench";
  private static final int CHAIN = 100;
  private final RealLoop loop = new RealLoop(InstantSource.system(), 1, Throwable::printStackTrace);
  private LoopbackServer server = server();
  private SfnClient client = client();

  private LoopbackServer server() {
    var core =
        new StepFunctions(
            loop, "000000000000", "us-east-1", new CountingFunction(), ExecutionObserver.NONE);
    loop.call(() -> core.createStateMachine("chain", Definitions.chain(CHAIN), ROLE));
    return StepFunctionsEndpoint.serve(core, 0);
  }

  private SfnClient client() {
    return SfnClient.builder()
        .endpointOverride(server.uri())
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("bench", "bench")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  /** Executions are kept, so each iteration begins with none. */
  @Setup(Level.Iteration)
  public void forget() {
    client.close();
    server.close();
    server = server();
    client = client();
  }

  /** Ends what was begun. */
  @TearDown
  public void close() {
    client.close();
    server.close();
    loop.close();
  }

  /** One execution of 100 states. */
  @Benchmark
  @OperationsPerInvocation(CHAIN)
  public DescribeExecutionResponse transitions() {
    var execution =
        client
            .startExecution(
                b -> b.stateMachineArn("arn:aws:states:us-east-1:000000000000:stateMachine:chain"))
            .executionArn();
    while (true) {
      var now = client.describeExecution(b -> b.executionArn(execution));
      if (now.status() != ExecutionStatus.RUNNING) {
        return now;
      }
    }
  }

  /** One request and its answer. */
  @Benchmark
  public Object requests() {
    return client.listStateMachines();
  }
}

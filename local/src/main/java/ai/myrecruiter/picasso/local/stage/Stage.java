package ai.myrecruiter.picasso.local.stage;

import ai.myrecruiter.picasso.local.cloudformation.CloudFormation;
import ai.myrecruiter.picasso.local.cloudformation.ProvisionedStack;
import ai.myrecruiter.picasso.local.cloudwatch.CloudWatchMeter;
import ai.myrecruiter.picasso.local.cloudwatch.MetricStore;
import ai.myrecruiter.picasso.local.dynamodb.CapacityMeter;
import ai.myrecruiter.picasso.local.dynamodb.MemoryDynamoDb;
import ai.myrecruiter.picasso.local.engine.LambdaPort;
import ai.myrecruiter.picasso.local.lambda.Faults;
import ai.myrecruiter.picasso.local.lambda.LambdaEndpoint;
import ai.myrecruiter.picasso.local.lambda.LambdaService;
import ai.myrecruiter.picasso.local.lambda.TaskFaults;
import ai.myrecruiter.picasso.local.loop.EventLoop;
import ai.myrecruiter.picasso.local.s3.Buckets;
import ai.myrecruiter.picasso.local.sfn.StepFunctionsEndpoint;
import ai.myrecruiter.picasso.local.sns.Topics;
import ai.myrecruiter.picasso.local.sts.Caller;
import ai.myrecruiter.picasso.local.wire.LoopbackServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * The whole product in one JVM: services in process behind the SDK's client interfaces, provisioned
 * from the synthesized template, on one event loop whose clock is real or virtual.
 */
public final class Stage implements AutoCloseable {
  private final Services services;
  private final Path codeFolder;
  private final List<ProvisionedStack> stacks;

  private Stage(Services services, Path codeFolder, List<ProvisionedStack> stacks) {
    this.services = services;
    this.codeFolder = codeFolder;
    this.stacks = stacks;
  }

  /**
   * Sets a stage up on a loop, which it closes at its end.
   *
   * @throws IOException if a port cannot be had or the code cannot be read
   */
  public static Stage open(EventLoop loop, StageSettings settings) throws IOException {
    return open(loop, settings, Optional.empty());
  }

  /**
   * Sets a stage up whose state machines run on a Step Functions elsewhere, which invokes the
   * functions through {@link #serveLambda}. It has no events of changes of status then.
   *
   * @throws IOException if a port cannot be had or the code cannot be read
   */
  public static Stage open(EventLoop loop, StageSettings settings, SfnClient elsewhere)
      throws IOException {
    return open(loop, settings, Optional.of(elsewhere));
  }

  private static Stage open(EventLoop loop, StageSettings settings, Optional<SfnClient> elsewhere)
      throws IOException {
    var codeFolder = Files.createTempDirectory("picasso-stage");
    var services = new Services(loop, settings, codeFolder, elsewhere);
    try {
      return new Stage(services, codeFolder, loop.call(() -> Stacks.provision(services, settings)));
    } catch (RuntimeException e) {
      services.close();
      throw e;
    }
  }

  /** The loop that everything happens on. */
  public EventLoop loop() {
    return services.loop;
  }

  /** Lambda, for use from any thread. */
  public LambdaClient lambda() {
    return services.lambdaClient;
  }

  /** Step Functions, for use from any thread. */
  public SfnClient sfn() {
    return services.sfnClient;
  }

  /** CloudWatch, for use from any thread. */
  public CloudWatchClient cloudWatch() {
    return services.cloudWatchClient;
  }

  /** What the calls of CloudWatch would have been charged for; on the loop only. */
  public CloudWatchMeter cloudWatchMeter() {
    return services.cloudWatchMeter;
  }

  /** What the calls of DynamoDB would have been charged for, with tables in memory. */
  public Optional<CapacityMeter> capacityMeter() {
    return services.dynamoDb instanceof MemoryDynamoDb memory
        ? Optional.of(memory.meter())
        : Optional.empty();
  }

  /** EventBridge, for use from any thread. */
  public EventBridgeClient eventBridge() {
    return services.eventBridgeClient;
  }

  /** Secrets Manager, for use from any thread. */
  public SecretsManagerClient secrets() {
    return services.secrets.client();
  }

  /** CloudFormation, for use from any thread. */
  public CloudFormationClient cloudFormation() {
    return stacksService().client();
  }

  /** S3, for use from any thread. */
  public S3Client s3() {
    return services.buckets.client();
  }

  /** What is in S3; from any thread. */
  public Buckets buckets() {
    return services.buckets;
  }

  /** STS, for use from any thread; the caller is the stage itself. */
  public StsClient sts() {
    return Caller.IN_PROCESS.client();
  }

  /** CloudFormation's own state: faults of resources, and outputs; on the loop only. */
  public CloudFormation stacksService() {
    return services.cloudFormation.orElseThrow();
  }

  /** SNS, for use from any thread. */
  public SnsClient sns() {
    return services.snsClient;
  }

  /** DynamoDB, for use from any thread. */
  public DynamoDbClient dynamoDb() {
    return services.dynamoDb.client();
  }

  /**
   * Serves Step Functions on a port of the loopback, 0 for any that is free; the caller closes it.
   *
   * @throws UncheckedIOException when the port is taken
   */
  public LoopbackServer serveStepFunctions(int port) {
    return StepFunctionsEndpoint.serve(services.stepFunctions, port);
  }

  /**
   * Serves Lambda on a port of the loopback, 0 for any that is free; the caller closes it.
   *
   * @throws UncheckedIOException when the port is taken
   */
  public LoopbackServer serveLambda(int port) {
    return LambdaEndpoint.serve(services.loop, services.lambda, port);
  }

  /**
   * Serves all services on one port of the loopback, 0 for any that is free; the caller closes it.
   *
   * @throws UncheckedIOException when the port is taken
   */
  public LoopbackServer serveAws(int port) {
    return AwsEndpoint.serve(services, port);
  }

  /** Where DynamoDB is served, if the settings gave it a port. */
  public Optional<URI> dynamoDbEndpoint() {
    return services.dynamoDb.endpoint();
  }

  /** The invoker of functions without SDK and HTTP; on the loop only. */
  public LambdaPort invoker() {
    return services.lambda;
  }

  /** Lambda's own state, for traffic that is counted and not sent; on the loop only. */
  public LambdaService functions() {
    return services.lambda;
  }

  /** Faults of the payload, by version; on the loop only. */
  public Faults faults() {
    return services.lambda.faults();
  }

  /** Faults of the product's own tasks; on the loop only. */
  public TaskFaults taskFaults() {
    return services.lambda.taskFaults();
  }

  /** What the product's own functions ask of AWS. */
  public TaskCalls taskCalls() {
    return services.taskCalls;
  }

  /** CloudWatch's store, for what no call may put: metrics of services; on the loop only. */
  public MetricStore metrics() {
    return services.metrics;
  }

  /** What was published; on the loop only. */
  public Topics topics() {
    return services.topics;
  }

  /** The stacks as they were provisioned. */
  public List<ProvisionedStack> stacks() {
    return stacks;
  }

  /** An output, such as the Function URL, of the stack of a name. */
  public String output(String stack, String output) {
    var outputs = loop().call(() -> stacksService().outputs(stack));
    return Optional.ofNullable(outputs.get(output))
        .orElseThrow(() ->
            new IllegalArgumentException(
                "stack %s has no output %s; it has %s".formatted(stack, output, outputs.keySet())));
  }

  @Override
  public void close() {
    services.close();
    CodeFolder.delete(codeFolder);
  }
}

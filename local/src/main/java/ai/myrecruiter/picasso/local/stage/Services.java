package ai.myrecruiter.picasso.local.stage;

import ai.myrecruiter.picasso.local.cloudformation.CloudFormation;
import ai.myrecruiter.picasso.local.cloudwatch.Alarms;
import ai.myrecruiter.picasso.local.cloudwatch.CloudWatchMeter;
import ai.myrecruiter.picasso.local.cloudwatch.MetricStore;
import ai.myrecruiter.picasso.local.cloudwatch.StageCloudWatchClient;
import ai.myrecruiter.picasso.local.dynamodb.LocalDynamoDb;
import ai.myrecruiter.picasso.local.dynamodb.MemoryDynamoDb;
import ai.myrecruiter.picasso.local.dynamodb.StageDynamoDb;
import ai.myrecruiter.picasso.local.engine.StepFunctions;
import ai.myrecruiter.picasso.local.events.EventBus;
import ai.myrecruiter.picasso.local.events.EventTarget;
import ai.myrecruiter.picasso.local.events.StageEventBridgeClient;
import ai.myrecruiter.picasso.local.functionurl.FunctionUrls;
import ai.myrecruiter.picasso.local.lambda.LambdaService;
import ai.myrecruiter.picasso.local.lambda.PayloadHosting;
import ai.myrecruiter.picasso.local.lambda.StageLambdaClient;
import ai.myrecruiter.picasso.local.loop.EventLoop;
import ai.myrecruiter.picasso.local.loop.RealLoop;
import ai.myrecruiter.picasso.local.payload.ModelledPayload;
import ai.myrecruiter.picasso.local.payload.ModelledStreaming;
import ai.myrecruiter.picasso.local.payload.PayloadServices;
import ai.myrecruiter.picasso.local.s3.Buckets;
import ai.myrecruiter.picasso.local.sdk.StageAccount;
import ai.myrecruiter.picasso.local.secrets.Secrets;
import ai.myrecruiter.picasso.local.sfn.StageSfnClient;
import ai.myrecruiter.picasso.local.sns.Topics;
import ai.myrecruiter.picasso.tasks.Ports;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sns.SnsClient;

/** The services of a stage, wired to each other; nothing is deployed on them yet. */
final class Services implements AutoCloseable {
  private static final Duration ALARM_DELAY = Duration.ofMillis(500);
  final MetricStore metrics;
  final EventLoop loop;
  final LambdaService lambda;
  final StepFunctions stepFunctions;
  final FunctionUrls urls;
  final StageDynamoDb dynamoDb;
  final Topics topics;
  final Secrets secrets = new Secrets();
  final Buckets buckets;
  private final Optional<PayloadServices> payload;
  final Alarms alarms;
  final EventBus events;
  final LambdaClient lambdaClient;
  final SfnClient sfnClient;

  /** How a rule starts an execution. */
  final EventTarget starts;

  final CloudWatchClient cloudWatchClient;
  final CloudWatchMeter cloudWatchMeter;
  final EventBridgeClient eventBridgeClient;
  final SnsClient snsClient;

  /** What deploys on all of them; there from the moment that the stage is provisioned. */
  Optional<CloudFormation> cloudFormation = Optional.empty();

  Services(EventLoop loop, StageSettings settings, Path codeFolder, Optional<SfnClient> elsewhere)
      throws IOException {
    this.loop = loop;
    this.buckets = new Buckets(loop.clock(), codeFolder.resolve("objects"));
    this.metrics = new MetricStore(loop, settings.metricLag());
    this.cloudWatchMeter = metrics.meter();
    this.events = new EventBus(loop, event -> {}, settings.report());
    this.alarms = new Alarms(loop, metrics, events, ALARM_DELAY);
    this.cloudWatchClient = StageCloudWatchClient.of(loop, metrics, alarms);
    this.topics = new Topics(loop);
    this.snsClient = topics.client();
    this.dynamoDb = dynamoDb(loop, settings);
    this.payload =
        loop instanceof RealLoop
            ? Optional.of(new PayloadServices(secrets, dynamoDb.endpoint().orElseThrow()))
            : Optional.empty();
    this.lambda =
        new LambdaService(
            loop,
            metrics,
            new ProductHandlers(this::ports),
            hosting(),
            codeFolder,
            settings.blueprint().map(StageBlueprint::code),
            settings.log(),
            settings.report());
    this.lambdaClient = StageLambdaClient.of(loop, lambda);
    this.stepFunctions =
        new StepFunctions(
            loop, StageAccount.ID, StageAccount.REGION, lambda, new StatusChanges(events));
    this.sfnClient = elsewhere.orElseGet(() -> StageSfnClient.of(stepFunctions));
    this.starts = elsewhere.isPresent() ? this::startElsewhere : this::startHere;
    this.eventBridgeClient = StageEventBridgeClient.of(loop, events);
    this.urls = new FunctionUrls(loop, lambda);
    new Targets(this).connect();
  }

  /** On the real clock the payload's code reaches tables over HTTP, so they are always served. */
  private static StageDynamoDb dynamoDb(EventLoop loop, StageSettings settings) throws IOException {
    if (settings.blueprint().isPresent()) {
      return new MemoryDynamoDb();
    }
    return loop instanceof RealLoop || settings.dynamoDbPort().isPresent()
        ? LocalDynamoDb.listening(settings.dynamoDbPort().orElse(0))
        : LocalDynamoDb.embedded();
  }

  /** In virtual time no code may wait for a network, so a model answers for the payload. */
  private PayloadHosting hosting() {
    return payload
        .map(real -> new PayloadHosting(real.environment(), settings -> Optional.empty()))
        .orElseGet(() ->
            new PayloadHosting(
                Map.of(),
                settings ->
                    switch (settings.handler()) {
                      case ModelledPayload.HANDLER ->
                          Optional.of(new ModelledPayload(loop.clock()));
                      case ModelledStreaming.HANDLER ->
                          Optional.of(new ModelledStreaming(loop.clock()));
                      default -> Optional.empty();
                    }));
  }

  private CompletionStage<?> startHere(String stateMachineArn, String input) {
    return CompletableFuture.completedFuture(
        stepFunctions.startExecution(stateMachineArn, Optional.empty(), input));
  }

  private CompletionStage<?> startElsewhere(String stateMachineArn, String input) {
    return loop.offload(() ->
        sfnClient.startExecution(start -> start.stateMachineArn(stateMachineArn).input(input)));
  }

  private Ports ports(Map<String, String> environment) {
    return new Ports(
        lambdaClient,
        dynamoDb.client(),
        cloudWatchClient,
        sfnClient,
        snsClient,
        cloudFormation.orElseThrow().client(),
        loop.clock(),
        environment);
  }

  @Override
  public void close() {
    urls.close();
    loop.close();
    lambda.close();
    payload.ifPresent(PayloadServices::close);
    dynamoDb.close();
  }
}

package ai.myrecruiter.picasso.cli;

import ai.myrecruiter.picasso.local.dynamodb.LocalDynamoDb;
import ai.myrecruiter.picasso.local.engine.ExecutionObserver;
import ai.myrecruiter.picasso.local.engine.LambdaAnswer;
import ai.myrecruiter.picasso.local.engine.StepFunctions;
import ai.myrecruiter.picasso.local.loop.RealLoop;
import ai.myrecruiter.picasso.local.sfn.StageSfnClient;
import ai.myrecruiter.picasso.local.sfn.StepFunctionsEndpoint;
import ai.myrecruiter.picasso.local.wire.LoopbackServer;
import ai.myrecruiter.picasso.tasks.Ports;
import ai.myrecruiter.picasso.tasks.lease.LeaseTable;
import ai.myrecruiter.picasso.tasks.rollout.RolloutTable;
import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import ai.myrecruiter.picasso.workflows.lease.Holder;
import ai.myrecruiter.picasso.workflows.lease.Lease;
import ai.myrecruiter.picasso.workflows.rollout.RecordedLook;
import ai.myrecruiter.picasso.workflows.rollout.Rollout;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.RoutingConfigurationListItem;
import software.amazon.awssdk.services.sns.SnsClient;

/**
 * Step Functions and DynamoDB on loopback, as commands reach them: by endpoint URLs. The functions
 * behind the machines are a test's own, or the product's handlers.
 */
public final class Backend implements AutoCloseable {
  private static final String ROLE = "arn:aws:iam::000000000000:role/test";
  private static final List<String> PROPERTIES =
      List.of(
          "aws.endpointUrlSfn",
          "aws.endpointUrlDynamoDb",
          "aws.region",
          "aws.accessKeyId",
          "aws.secretAccessKey");

  private final RealLoop loop = new RealLoop(InstantSource.system(), 1, Throwable::printStackTrace);
  private final Map<String, UnaryOperator<String>> functions = new ConcurrentHashMap<>();
  private final LocalDynamoDb dynamoDb;
  private final StepFunctions core;
  private final SfnClient sfn;
  private final LoopbackServer endpoint;

  private Backend() throws IOException {
    this.dynamoDb = LocalDynamoDb.listening(0);
    this.core =
        new StepFunctions(loop, "000000000000", "us-east-1", this::invoke, ExecutionObserver.NONE);
    this.sfn = StageSfnClient.of(core);
    this.endpoint = StepFunctionsEndpoint.serve(core, 0);
    table("picasso-staging-leases", "environment");
    table("picasso-staging-rollouts", "environment", "rolloutId");
    System.setProperty("aws.endpointUrlSfn", endpoint.uri().toString());
    System.setProperty("aws.endpointUrlDynamoDb", dynamoDb.endpoint().orElseThrow().toString());
    System.setProperty("aws.region", "us-east-1");
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test");
  }

  /** Starts a backend and points the SDK of this JVM at it. */
  public static Backend start() {
    try {
      return new Backend();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keeps a look of a rollout in staging, as the task that judges does. */
  public void looked(RolloutId id, RecordedLook look) {
    var item =
        Map.of(
            "environment", AttributeValue.fromS("staging/" + id),
            "rolloutId", AttributeValue.fromS(look.id()),
            "document", AttributeValue.fromS(Contracts.write(look)));
    dynamoDb.client().putItem(put -> put.tableName("picasso-staging-rollouts").item(item));
  }

  /** The variables that lead another process here. */
  public Map<String, String> variables() {
    return Map.of(
        "AWS_ENDPOINT_URL_SFN", endpoint.uri().toString(),
        "AWS_ENDPOINT_URL_DYNAMODB", dynamoDb.endpoint().orElseThrow().toString(),
        "AWS_REGION", "us-east-1",
        "AWS_ACCESS_KEY_ID", "test",
        "AWS_SECRET_ACCESS_KEY", "test");
  }

  private void table(String name, String... keys) {
    dynamoDb
        .client()
        .createTable(create -> {
          create.tableName(name).billingMode(BillingMode.PAY_PER_REQUEST);
          create.attributeDefinitions(List.of(keys).stream().map(Backend::attribute).toList());
          create.keySchema(
              List.of(keys).stream()
                  .map(key ->
                      KeySchemaElement.builder()
                          .attributeName(key)
                          .keyType(key.equals(keys[0]) ? KeyType.HASH : KeyType.RANGE)
                          .build())
                  .toList());
        });
  }

  private static AttributeDefinition attribute(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private CompletionStage<LambdaAnswer> invoke(String function, byte[] payload) {
    return loop.offload(() -> {
      var body = Objects.requireNonNull(functions.get(function), function);
      try {
        var answer = body.apply(new String(payload, StandardCharsets.UTF_8));
        return answer(Optional.empty(), answer);
      } catch (RuntimeException e) {
        var error =
            Map.of(
                "errorType", e.getClass().getName(),
                "errorMessage", String.valueOf(e.getMessage()));
        return answer(Optional.of("Unhandled"), Contracts.write(error));
      }
    });
  }

  private static LambdaAnswer answer(Optional<String> error, String payload) {
    return new LambdaAnswer(200, "1", error, payload.getBytes(StandardCharsets.UTF_8), "request");
  }

  /** A function that makes an answer of its input. */
  public Backend function(String name, UnaryOperator<String> body) {
    functions.put(name, body);
    return this;
  }

  /** A state machine, with a version and alias {@code live} on it. */
  public Backend machine(String name, String definition) {
    var made =
        sfn.createStateMachine(
            create -> create.name(name).definition(definition).roleArn(ROLE).publish(true));
    var all =
        RoutingConfigurationListItem.builder()
            .stateMachineVersionArn(made.stateMachineVersionArn())
            .weight(100)
            .build();
    sfn.createStateMachineAlias(alias -> alias.name("live").routingConfiguration(List.of(all)));
    return this;
  }

  /** The ARN of a machine of a name. */
  public static String arn(String machine) {
    return "arn:aws:states:us-east-1:000000000000:stateMachine:" + machine;
  }

  /** Step Functions, directly. */
  public SfnClient sfn() {
    return sfn;
  }

  /** DynamoDB, directly. */
  public DynamoDbClient dynamoDb() {
    return dynamoDb.client();
  }

  /** The leases. */
  public LeaseTable leases() {
    return new LeaseTable(dynamoDb.client(), "picasso-staging-leases");
  }

  /** The records. */
  public RolloutTable rollouts() {
    return new RolloutTable(dynamoDb.client(), "picasso-staging-rollouts");
  }

  /** Has a record. */
  public Rollout having(Rollout rollout) {
    return rollouts().create(rollout, Instant.now());
  }

  /** Changes a record. */
  public Rollout change(UnaryOperator<Rollout> change) {
    return rollouts().change(Environment.STAGING, Records.ID, Instant.now(), change);
  }

  /** Has the lease held by a rollout, under the token that its record has. */
  public Lease held(Rollout rollout) {
    var holder =
        new Holder(
            rollout.id(), rollout.executionArn(), rollout.request().startedBy(), Records.START);
    var before =
        new Lease(
            Environment.STAGING,
            rollout.fencingToken() - 1,
            false,
            Optional.of(new Holder(rollout.id(), "arn:before", "before", Records.START)));
    return leases().change(Environment.STAGING, stored -> before.acquire(holder));
  }

  /** Ports for the product's handlers; only tables and time are there. */
  public Ports ports() {
    var http = UrlConnectionHttpClient.create();
    var nowhere = Region.of("nowhere-1");
    return new Ports(
        LambdaClient.builder().httpClient(http).region(nowhere).build(),
        dynamoDb.client(),
        CloudWatchClient.builder().httpClient(http).region(nowhere).build(),
        sfn,
        SnsClient.builder().httpClient(http).region(nowhere).build(),
        CloudFormationClient.builder().httpClient(http).region(nowhere).build(),
        InstantSource.system(),
        Map.of(
            "PICASSO_ENVIRONMENT", "staging",
            "PICASSO_LEASES_TABLE", "picasso-staging-leases",
            "PICASSO_ROLLOUTS_TABLE", "picasso-staging-rollouts"));
  }

  @Override
  public void close() {
    PROPERTIES.forEach(System::clearProperty);
    endpoint.close();
    loop.close();
    dynamoDb.close();
  }
}

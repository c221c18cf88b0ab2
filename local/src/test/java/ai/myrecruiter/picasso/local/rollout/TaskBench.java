package ai.myrecruiter.picasso.local.rollout;

import ai.myrecruiter.picasso.local.cloudformation.Account;
import ai.myrecruiter.picasso.local.cloudformation.CloudFormation;
import ai.myrecruiter.picasso.local.cloudformation.StackPace;
import ai.myrecruiter.picasso.local.cloudformation.StageTypes;
import ai.myrecruiter.picasso.local.cloudformation.UpdateBehaviours;
import ai.myrecruiter.picasso.local.dynamodb.LocalDynamoDb;
import ai.myrecruiter.picasso.local.engine.ExecutionObserver;
import ai.myrecruiter.picasso.local.engine.StepFunctions;
import ai.myrecruiter.picasso.local.events.StageEventBridgeClient;
import ai.myrecruiter.picasso.local.lambda.TestLambda;
import ai.myrecruiter.picasso.local.secrets.Secrets;
import ai.myrecruiter.picasso.local.sfn.StageSfnClient;
import ai.myrecruiter.picasso.local.sns.Topics;
import ai.myrecruiter.picasso.tasks.Ports;
import ai.myrecruiter.picasso.tasks.Task;
import ai.myrecruiter.picasso.tasks.alias.AliasState;
import ai.myrecruiter.picasso.tasks.alias.WeightedAlias;
import ai.myrecruiter.picasso.tasks.lease.LeaseTable;
import ai.myrecruiter.picasso.tasks.rollout.RolloutTable;
import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import ai.myrecruiter.picasso.workflows.lease.Holder;
import ai.myrecruiter.picasso.workflows.lease.Lease;
import ai.myrecruiter.picasso.workflows.plan.Plan;
import ai.myrecruiter.picasso.workflows.plan.PlanReader;
import ai.myrecruiter.picasso.workflows.rollout.Rollout;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import ai.myrecruiter.picasso.workflows.rollout.Run;
import ai.myrecruiter.picasso.workflows.rollout.StartRollout;
import com.amazonaws.services.lambda.runtime.Context;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sns.SnsClient;

/**
 * The parts of the stage that tasks reach, each real, for a task at a time: Lambda with the payload
 * in four versions and alias live on version 1, CloudWatch with the plan's alarm, DynamoDB Local,
 * Step Functions with machines that wait, a topic. The clock is virtual.
 */
public final class TaskBench implements AutoCloseable {
  public static final Environment STAGING = Environment.STAGING;
  public static final VersionNumber ONE = new VersionNumber(1);
  public static final VersionNumber TWO = new VersionNumber(2);
  public static final RolloutId ID = new RolloutId("rollout-1");
  public static final String ALARM = "picasso-staging-chat-errors";
  public static final String LEASES = "picasso-staging-leases";
  private static final String TENANTS = "picasso-staging-tenants";
  private static final String TOKENS = "picasso-staging-tokens";
  public static final String ROLLOUTS = "picasso-staging-rollouts";
  public static final Plan PLAN =
      PlanReader.read(
              """
              name: two-stages
              alpha: 0.01
              targets: {effect: 3}
              stages:
                - {name: tenth, weight: 10, duration: 60s, look: 30s, onInconclusive: pass}
                - name: half
                  weight: 50
                  duration: 60s
                  look: 30s
                  onInconclusive: pass
                  approval: {expiresAfter: 10m, default: reject, otherThanStarter: true}
              bake: {holdback: 5, duration: 60s, look: 30s, onInconclusive: pass}
              alarms: [chat-errors]
              """)
          .orThrow();
  private static final String WAITING =
      "{\"StartAt\":\"W\",\"States\":{\"W\":{\"Type\":\"Wait\",\"Seconds\":86400,\"End\":true}}}";
  private static final String ROLE = "arn:aws:iam::000000000000:role/machine";

  public final TestLambda stage = TestLambda.virtual(5).withChat(4);
  public final Interfering<LambdaClient> lambda =
      new Interfering<>(LambdaClient.class, stage.client);
  public final Interfering<CloudWatchClient> cloudWatch =
      new Interfering<>(CloudWatchClient.class, stage.cloudWatch);
  public final Topics topics = new Topics(stage.loop);
  public final String topic = stage.loop.call(() -> topics.create("picasso-staging-releases"));
  public final List<String> logs = new ArrayList<>();
  private final LocalDynamoDb tables = LocalDynamoDb.embedded();
  public final Interfering<DynamoDbClient> dynamoDb =
      new Interfering<>(DynamoDbClient.class, tables.client());
  public final Interfering<SfnClient> sfn = new Interfering<>(SfnClient.class, machines());
  public final Interfering<SnsClient> sns = new Interfering<>(SnsClient.class, topics.client());

  public final CloudFormation stacks =
      new CloudFormation(
          stage.loop,
          new StageTypes(
                  stage.service,
                  (target, cors, mode) -> URI.create("http://stage.test/"),
                  tables.client(),
                  sfn.client(),
                  topics,
                  new Secrets(),
                  stage.cloudWatch,
                  StageEventBridgeClient.of(stage.loop, stage.bus))
              .types(),
          Account.STAGE,
          UpdateBehaviours.documented(),
          StackPace.AS_AWS);
  public final Interfering<CloudFormationClient> cloudFormation =
      new Interfering<>(CloudFormationClient.class, stacks.client());

  public TaskBench() {
    table(LEASES, "environment");
    table(ROLLOUTS, "environment", "rolloutId");
    table(TENANTS, "key");
    table(TOKENS, "tenant", "item");
    alarm(TestLambda.CHAT);
  }

  private SfnClient machines() {
    var core =
        new StepFunctions(
            stage.loop, "000000000000", "us-east-1", stage.service, ExecutionObserver.NONE);
    var client = StageSfnClient.of(core);
    for (var name : List.of("rollout", "rollback")) {
      client.createStateMachine(
          create -> create.name("picasso-staging-" + name).definition(WAITING).roleArn(ROLE));
    }
    return client;
  }

  private void table(String name, String... keys) {
    tables
        .client()
        .createTable(create -> {
          create.tableName(name).billingMode(BillingMode.PAY_PER_REQUEST);
          create.attributeDefinitions(
              List.of(keys).stream()
                  .map(key ->
                      AttributeDefinition.builder().attributeName(key).attributeType("S").build())
                  .toList());
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

  /** The plan's alarm, on the errors of a function. */
  public void alarm(String function) {
    stage.cloudWatch.putMetricAlarm(alarm ->
        alarm
            .alarmName(ALARM)
            .namespace("AWS/Lambda")
            .metricName("Errors")
            .dimensions(Dimension.builder().name("FunctionName").value(function).build())
            .statistic("Sum")
            .period(60)
            .evaluationPeriods(1)
            .threshold(5.0)
            .comparisonOperator("GreaterThanThreshold")
            .treatMissingData("notBreaching"));
  }

  public Ports ports() {
    return new Ports(
        lambda.client(),
        dynamoDb.client(),
        cloudWatch.client(),
        sfn.client(),
        sns.client(),
        cloudFormation.client(),
        stage.loop.clock(),
        Map.of(
            "PICASSO_LEASES_TABLE", LEASES,
            "PICASSO_ROLLOUTS_TABLE", ROLLOUTS,
            "PICASSO_TENANTS_TABLE", TENANTS,
            "PICASSO_TOKENS_TABLE", TOKENS,
            "PICASSO_TOPIC_ARN", topic,
            "PICASSO_ROLLBACK_STATE_MACHINE_ARN", machine("rollback")));
  }

  public static String machine(String name) {
    return "arn:aws:states:us-east-1:000000000000:stateMachine:picasso-staging-" + name;
  }

  /** Runs a task as Lambda does: bytes in, bytes out. */
  public <O> O run(Task<?, O> task, Object input, Class<O> output) {
    var in = new ByteArrayInputStream(Contracts.write(input).getBytes(StandardCharsets.UTF_8));
    var out = new ByteArrayOutputStream();
    try {
      task.handleRequest(in, out, context());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Contracts.read(out.toString(StandardCharsets.UTF_8), output);
  }

  private Context context() {
    var type = Context.class;
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getLogger" -> new Logs(logs);
                  case "getAwsRequestId" -> "request-1";
                  default -> throw new UnsupportedOperationException(method.getName());
                }));
  }

  public Instant now() {
    return stage.loop.now();
  }

  public LeaseTable leases() {
    return new LeaseTable(tables.client(), LEASES);
  }

  public RolloutTable rollouts() {
    return new RolloutTable(tables.client(), ROLLOUTS);
  }

  public Optional<Lease> lease() {
    return leases().read(STAGING);
  }

  public Rollout rollout() {
    return rollouts().read(STAGING, ID).orElseThrow();
  }

  public AliasState alias() {
    return new WeightedAlias(stage.client, TestLambda.CHAT, "live").read();
  }

  /** Moves the alias behind everybody's back. */
  public void moveAlias(String version, Map<String, Double> weights, String description) {
    stage.client.updateAlias(update ->
        update
            .functionName(TestLambda.CHAT)
            .name("live")
            .functionVersion(version)
            .routingConfig(routing -> routing.additionalVersionWeights(weights))
            .description(description));
  }

  public static StartRollout request(RolloutId id) {
    return new StartRollout(
        STAGING,
        id,
        TestLambda.CHAT,
        "live",
        Optional.empty(),
        Optional.of(TWO),
        PLAN,
        PLAN.digest(),
        "alice");
  }

  /** An execution of the machine rollout that is running. */
  public String execution(RolloutId id) {
    return sfn.client()
        .startExecution(
            start -> start.stateMachineArn(machine("rollout")).name(id.value()).input("{}"))
        .executionArn();
  }

  /** A rollout that owns the environment, brought on by steps of the domain. */
  public Run owned(UnaryOperator<Rollout> steps) {
    return owned(request(ID), steps);
  }

  public Run owned(StartRollout request, UnaryOperator<Rollout> steps) {
    var arn = execution(request.rolloutId());
    var holder = new Holder(request.rolloutId(), arn, request.startedBy(), now());
    var lease =
        leases().change(STAGING, l -> l.orElseGet(() -> Lease.never(STAGING)).acquire(holder));
    var record = steps.apply(Rollout.accepted(request, arn, lease.token(), now()));
    rollouts().create(record, now());
    return new Run(
        STAGING, request.rolloutId(), TestLambda.CHAT, "live", lease.token(), record.candidate());
  }

  /** Another execution takes the environment over, as a rollback does. */
  public Lease takeOver() {
    return leases()
        .change(
            STAGING,
            lease ->
                lease
                    .orElseThrow()
                    .takeOver(new Holder(ID, "arn:rollback", "rollback by an alarm", now())));
  }

  @Override
  public void close() {
    stage.close();
    tables.close();
  }
}

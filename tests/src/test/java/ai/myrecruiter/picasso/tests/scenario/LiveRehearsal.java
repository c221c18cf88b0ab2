package ai.myrecruiter.picasso.tests.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.local.lambda.VersionFaults;
import ai.myrecruiter.picasso.local.loop.RealLoop;
import ai.myrecruiter.picasso.local.sdk.StageAccount;
import ai.myrecruiter.picasso.local.stage.Stage;
import ai.myrecruiter.picasso.local.stage.StageSettings;
import ai.myrecruiter.picasso.local.traffic.VirtualTraffic;
import ai.myrecruiter.picasso.local.wire.LoopbackServer;
import ai.myrecruiter.picasso.tasks.alias.AliasState;
import ai.myrecruiter.picasso.tasks.alias.WeightedAlias;
import ai.myrecruiter.picasso.tasks.rollout.RolloutTable;
import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import ai.myrecruiter.picasso.workflows.plan.PlanReader;
import ai.myrecruiter.picasso.workflows.rollback.RollbackTrigger;
import ai.myrecruiter.picasso.workflows.rollback.StartRollback;
import ai.myrecruiter.picasso.workflows.rollout.Rollout;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import ai.myrecruiter.picasso.workflows.rollout.StartRollout;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.StateMachineListItem;

/**
 * A stage on the real clock whose state machines run elsewhere: where the setting of the SDK says.
 */
final class LiveRehearsal implements AutoCloseable {
  private static final String VARIABLE = "AWS_ENDPOINT_URL_SFN";
  private static final String SETTING = "aws.endpointUrlSfn";
  private static final int TENTHS_OF_A_SECOND = 1200;
  private static final double REQUESTS_A_SECOND = 60;
  private final List<Throwable> defects = new CopyOnWriteArrayList<>();
  private final RealLoop loop = new RealLoop(InstantSource.system(), 1, defects::add);
  private final Optional<Elsewhere> ours;
  private final SfnClient sfn;
  private final Stage stage;
  private final LoopbackServer lambda;

  LiveRehearsal() throws IOException {
    boolean given = System.getenv(VARIABLE) != null;
    this.ours = given ? Optional.empty() : Optional.of(new Elsewhere());
    ours.ifPresent(elsewhere -> System.setProperty(SETTING, elsewhere.uri().toString()));
    this.sfn = client();
    this.stage = Stage.open(loop, StageSettings.silent(SharedStage.ASSEMBLY), sfn);
    this.lambda = stage.serveLambda(given ? lambdaPort() : 0);
    ours.ifPresent(elsewhere -> elsewhere.invokeAt(lambda.uri()));
    loop.call(() -> {
      var random = new SplittableRandom(loop.random().nextLong());
      new VirtualTraffic(
              loop, stage.invoker(), Rehearsal.FUNCTION + ":live", REQUESTS_A_SECOND, random)
          .start();
      return random;
    });
  }

  /** A client whose endpoint the SDK takes from its own setting or variable. */
  private static SfnClient client() {
    return SfnClient.builder()
        .region(Region.of(variable("AWS_REGION", StageAccount.REGION)))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  private static int lambdaPort() {
    return Integer.parseInt(variable("PICASSO_LAMBDA_PORT", "3001"));
  }

  private static String variable(String name, String otherwise) {
    return Optional.ofNullable(System.getenv(name)).orElse(otherwise);
  }

  void upload(String label) {
    var code = SdkBytes.fromByteArray(SharedStage.bytes(label));
    stage.lambda().updateFunctionCode(b -> b.functionName(Rehearsal.FUNCTION).zipFile(code));
  }

  void fault(String version, VersionFaults faults) {
    loop.call(() -> {
      stage.faults().set(Rehearsal.FUNCTION, version, faults);
      return version;
    });
  }

  /** Starts a rollout under a name that no earlier run has used. */
  RolloutId start(String planText) {
    var plan = PlanReader.read(planText).orThrow();
    var id = new RolloutId("scenario-" + Long.toString(System.nanoTime(), Character.MAX_RADIX));
    var input =
        new StartRollout(
            Environment.STAGING,
            id,
            Rehearsal.FUNCTION,
            "live",
            Optional.empty(),
            Optional.empty(),
            plan,
            plan.digest(),
            "alice");
    execute("rollout", id.toString(), Contracts.write(input));
    return id;
  }

  void abort(RolloutId id) {
    var input =
        new StartRollback(
            Environment.STAGING,
            Rehearsal.FUNCTION,
            "live",
            Optional.of(id),
            new RollbackTrigger.Person("bob", "changed my mind"));
    execute("rollback", "abort-" + id, Contracts.write(input));
  }

  private void execute(String machine, String name, String input) {
    sfn.startExecution(
        b -> b.stateMachineArn(machineArn(machine) + ":live").name(name).input(input));
  }

  private String machineArn(String machine) {
    return sfn.listStateMachinesPaginator().stateMachines().stream()
        .filter(item -> item.name().equals("picasso-staging-" + machine))
        .map(StateMachineListItem::stateMachineArn)
        .findFirst()
        .orElseThrow();
  }

  private String executionArn(RolloutId id) {
    return machineArn("rollout").replace(":stateMachine:", ":execution:") + ":" + id;
  }

  /** Waits until a rollout's execution is over. */
  DescribeExecutionResponse end(RolloutId id) throws InterruptedException {
    waitUntil(() -> execution(id).status() != ExecutionStatus.RUNNING);
    return execution(id);
  }

  private DescribeExecutionResponse execution(RolloutId id) {
    return sfn.describeExecution(b -> b.executionArn(executionArn(id)));
  }

  List<HistoryEvent> history(RolloutId id) {
    return sfn
        .getExecutionHistoryPaginator(b -> b.executionArn(executionArn(id)).maxResults(50))
        .events()
        .stream()
        .toList();
  }

  /** Waits until something holds, two minutes at most. */
  void waitUntil(BooleanSupplier condition) throws InterruptedException {
    for (var i = 0; !condition.getAsBoolean(); i++) {
      assertThat(i).as("tenths of a second").isLessThan(TENTHS_OF_A_SECOND);
      Thread.sleep(100);
    }
  }

  Rollout rollout(RolloutId id) {
    return new RolloutTable(stage.dynamoDb(), "picasso-staging-rollouts")
        .read(Environment.STAGING, id)
        .orElseThrow();
  }

  AliasState alias() {
    return new WeightedAlias(stage.lambda(), Rehearsal.FUNCTION, "live").read();
  }

  @Override
  public void close() {
    ours.ifPresent(elsewhere -> System.clearProperty(SETTING));
    ours.ifPresent(Elsewhere::close);
    sfn.close();
    lambda.close();
    stage.close();
    assertThat(defects).isEmpty();
    ours.ifPresent(elsewhere -> assertThat(elsewhere.defects()).isEmpty());
  }
}

package ai.myrecruiter.picasso.tests.scenario;

import ai.myrecruiter.picasso.local.loop.VirtualLoop;
import ai.myrecruiter.picasso.local.stage.Stage;
import ai.myrecruiter.picasso.local.stage.StageSettings;
import ai.myrecruiter.picasso.local.stage.TaskCalls;
import ai.myrecruiter.picasso.local.traffic.VirtualTraffic;
import ai.myrecruiter.picasso.tasks.alias.AliasState;
import ai.myrecruiter.picasso.tasks.alias.WeightedAlias;
import ai.myrecruiter.picasso.tasks.deployment.DeploymentTable;
import ai.myrecruiter.picasso.tasks.lease.LeaseTable;
import ai.myrecruiter.picasso.tasks.rollout.RolloutTable;
import ai.myrecruiter.picasso.tests.access.RecordedCalls;
import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import ai.myrecruiter.picasso.workflows.deployment.Deployment;
import ai.myrecruiter.picasso.workflows.lease.Lease;
import ai.myrecruiter.picasso.workflows.plan.Plan;
import ai.myrecruiter.picasso.workflows.plan.PlanReader;
import ai.myrecruiter.picasso.workflows.rollback.RollbackTrigger;
import ai.myrecruiter.picasso.workflows.rollback.StartRollback;
import ai.myrecruiter.picasso.workflows.rollout.FunctionRelease;
import ai.myrecruiter.picasso.workflows.rollout.Rollout;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import ai.myrecruiter.picasso.workflows.rollout.StartRollout;
import ai.myrecruiter.picasso.workflows.stack.StackChange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** The real machines and handlers on a stage with a virtual clock, as a scenario uses them. */
public final class Rehearsal implements AutoCloseable {
  /** The payload function of the stage. */
  public static final String FUNCTION = "picasso-staging-chat";

  /** The other payload function. */
  public static final String STREAMING = "picasso-staging-streaming";

  /** A plan of two short stages and a short bake. */
  public static final String PLAN =
      """
      name: short
      alpha: 0.01
      targets: {effect: 3}
      stages:
        - {name: tenth, weight: 10, duration: 60s, look: 10s, onInconclusive: pass}
        - {name: half, weight: 50, duration: 60s, look: 10s, onInconclusive: pass}
      bake: {holdback: 5, duration: 60s, look: 10s, onInconclusive: pass}
      alarms: [cross-tenant-attempts, chat-errors]
      """;

  /** A plan whose stage waits for a person other than the starter. */
  public static final String PLAN_WITH_APPROVAL =
      """
      name: asked
      alpha: 0.01
      targets: {effect: 3}
      stages:
        - name: tenth
          weight: 10
          duration: 60s
          look: 30s
          onInconclusive: pass
          approval: {expiresAfter: 10m, default: reject, otherThanStarter: true}
      bake: {holdback: 50, duration: 60s, look: 30s, onInconclusive: pass}
      alarms: [cross-tenant-attempts]
      """;

  /** The same with stages of two looks, for tests that run many rollouts. */
  public static final String QUICK_PLAN =
      """
      name: quick
      alpha: 0.01
      targets: {effect: 3}
      stages:
        - {name: tenth, weight: 10, duration: 60s, look: 30s, onInconclusive: pass}
      bake: {holdback: 50, duration: 60s, look: 30s, onInconclusive: pass}
      alarms: [cross-tenant-attempts, chat-errors]
      """;

  private static final Instant START = Instant.parse("2026-11-02T08:00:00Z");
  private static final Environment STAGING = Environment.STAGING;
  private final VirtualLoop loop;
  private final Stage stage;
  private final List<String> reports = new ArrayList<>();
  private final RecordedCalls calls = new RecordedCalls(SharedStage.ROLES);
  private volatile TaskCalls.Listener listener = (function, request) -> {};
  private int started;

  /** A stage whose every random choice follows from a seed. */
  public Rehearsal(long seed) {
    this(seed, Duration.ZERO);
  }

  /** A stage whose metrics are seen only after a time. */
  public Rehearsal(long seed, Duration metricLag) {
    this(
        seed,
        StageSettings.silent(SharedStage.ASSEMBLY)
            .withMetricLag(metricLag)
            .madeFrom(SharedStage.BLUEPRINT));
  }

  private Rehearsal(long seed, StageSettings settings) {
    this.loop = new VirtualLoop(START, seed);
    try {
      this.stage = Stage.open(loop, settings.reportingTo(reports::add));
      stage
          .taskCalls()
          .tell((function, request) -> {
            calls.calling(function, request);
            listener.calling(function, request);
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A stage with nothing simplified: DynamoDB Local, the template read anew, the code in class
   * loaders of its own.
   */
  public static Rehearsal onDynamoDbLocal(long seed) {
    return new Rehearsal(seed, StageSettings.silent(SharedStage.ASSEMBLY));
  }

  /** A stage without any stack, with DynamoDB Local. */
  public static Rehearsal onAnEmptyAccount(long seed) {
    return new Rehearsal(seed, StageSettings.silent(SharedStage.ASSEMBLY).emptied());
  }

  /** The stage itself. */
  public Stage stage() {
    return stage;
  }

  /** The present instant of the virtual clock. */
  public Instant now() {
    return loop.now();
  }

  /** What the stage could not use. */
  public List<String> reports() {
    return reports;
  }

  /** Traffic to the live alias, begun. */
  public VirtualTraffic traffic(double perSecond) {
    return traffic(FUNCTION, perSecond);
  }

  /** Traffic to the live alias of a function, begun. */
  public VirtualTraffic traffic(String function, double perSecond) {
    var random = new SplittableRandom(loop.random().nextLong());
    var traffic = new VirtualTraffic(loop, stage.invoker(), function + ":live", perSecond, random);
    traffic.start();
    return traffic;
  }

  /** Uploads code that differs from what is there by its label only. */
  public void upload(String label) {
    upload(FUNCTION, label);
  }

  /** The same for a function. */
  public void upload(String function, String label) {
    stage.functions().updateCode(function, SharedStage.labelled(label));
  }

  /** Starts a rollout of what was uploaded. */
  public RolloutId start(String plan) {
    return start(plan, Optional.empty());
  }

  /** Starts a rollout that changes the payload's stack first. */
  public RolloutId deploy(String planText, StackChange change) {
    Plan plan = PlanReader.read(planText).orThrow();
    var id = new RolloutId("rollout-" + ++started);
    var input =
        new StartRollout(
                STAGING,
                id,
                FUNCTION,
                "live",
                Optional.empty(),
                Optional.empty(),
                plan,
                plan.digest(),
                "alice")
            .after(change);
    startExecution("rollout", id.toString(), Contracts.write(input));
    return id;
  }

  /** The record of a rollout's change of the stack, if one was written. */
  public Optional<Deployment> deployment(RolloutId id) {
    return new DeploymentTable(stage.dynamoDb(), "picasso-staging-rollouts").read(STAGING, id);
  }

  /** Starts a rollout of what was uploaded, if it has the digest. */
  public RolloutId start(String planText, Optional<String> codeSha256) {
    return start(planText, codeSha256, List.of());
  }

  /** Starts a rollout of what was uploaded of both payload functions. */
  public RolloutId startBoth(String planText) {
    return start(planText, Optional.empty(), List.of(FunctionRelease.ofCode(STREAMING)));
  }

  private RolloutId start(
      String planText, Optional<String> codeSha256, List<FunctionRelease> companions) {
    Plan plan = PlanReader.read(planText).orThrow();
    var id = new RolloutId("rollout-" + ++started);
    var input =
        new StartRollout(
                STAGING,
                id,
                FUNCTION,
                "live",
                codeSha256,
                Optional.empty(),
                plan,
                plan.digest(),
                "alice")
            .together(companions);
    startExecution("rollout", id.toString(), Contracts.write(input));
    return id;
  }

  /** Starts the state machine rollback by hand, as `picasso rollout abort` does. */
  public String abort(RolloutId id) {
    var input =
        new StartRollback(
            STAGING,
            FUNCTION,
            "live",
            Optional.of(id),
            new RollbackTrigger.Person("bob", "changed my mind"),
            List.of(STREAMING));
    return startExecution(
        "rollback", "abort-" + id + "-" + loop.now().toEpochMilli(), Contracts.write(input));
  }

  private String startExecution(String machine, String name, String input) {
    return stage
        .sfn()
        .startExecution(
            request -> request.stateMachineArn(machineArn(machine)).name(name).input(input))
        .executionArn();
  }

  private static String machineArn(String machine) {
    return "arn:aws:states:us-east-1:000000000000:stateMachine:picasso-staging-"
        + machine
        + ":live";
  }

  /** The execution of a rollout. */
  public DescribeExecutionResponse execution(RolloutId id) {
    return stage
        .sfn()
        .describeExecution(request ->
            request.executionArn(
                "arn:aws:states:us-east-1:000000000000:execution:picasso-staging-rollout:" + id));
  }

  /** Stops a rollout's execution from outside, as if somebody had killed it. */
  public void kill(RolloutId id) {
    stage.sfn().stopExecution(request -> request.executionArn(execution(id).executionArn()));
  }

  /** The record of a rollout, if one was written. */
  public Optional<Rollout> find(RolloutId id) {
    return new RolloutTable(stage.dynamoDb(), "picasso-staging-rollouts").read(STAGING, id);
  }

  /** The record of a rollout. */
  public Rollout rollout(RolloutId id) {
    return find(id).orElseThrow();
  }

  /** The lease of the environment. */
  public Optional<Lease> lease() {
    return new LeaseTable(stage.dynamoDb(), "picasso-staging-leases").read(STAGING);
  }

  /** What the live alias says. */
  public AliasState alias() {
    return alias(FUNCTION);
  }

  /** What the live alias of a function says. */
  public AliasState alias(String function) {
    return new WeightedAlias(stage.lambda(), function, "live").read();
  }

  /** Lets time pass. */
  public void runFor(Duration time) {
    loop.runFor(time);
  }

  /** Lets time pass until something holds, three hours at most; looks every second. */
  public boolean runUntil(BooleanSupplier condition) {
    var limit = loop.now().plus(Duration.ofHours(3));
    while (!condition.getAsBoolean()) {
      if (!loop.now().isBefore(limit)) {
        return false;
      }
      loop.runFor(Duration.ofSeconds(1));
    }
    return true;
  }

  /** Lets time pass until a rollout's execution has ended. */
  public DescribeExecutionResponse runToEnd(RolloutId id) {
    runUntil(() -> execution(id).status() != ExecutionStatus.RUNNING);
    return execution(id);
  }

  /** The whole history of a rollout's execution, as text. */
  public String history(RolloutId id) {
    return stage
        .sfn()
        .getExecutionHistoryPaginator(request ->
            request.executionArn(execution(id).executionArn()).includeExecutionData(true))
        .events()
        .stream()
        .map(Object::toString)
        .reduce("", (all, event) -> all + event + "\n");
  }

  /** Tells somebody of each call of a task from now on, just before it is made. */
  public void beforeCalls(TaskCalls.Listener who) {
    listener = who;
  }

  /** What the tasks asked of AWS. */
  public RecordedCalls calls() {
    return calls;
  }

  /** Ends the stage, on which no task may have asked for what its role does not allow. */
  @Override
  public void close() {
    stage.close();
    if (!calls.refused().isEmpty()) {
      throw new AssertionError("AWS would have refused:\n" + String.join("\n", calls.refused()));
    }
  }
}

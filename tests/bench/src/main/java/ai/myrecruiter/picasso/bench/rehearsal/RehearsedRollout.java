package ai.myrecruiter.picasso.bench.rehearsal;

import ai.myrecruiter.picasso.local.loop.VirtualLoop;
import ai.myrecruiter.picasso.local.stage.Stage;
import ai.myrecruiter.picasso.local.stage.StageSettings;
import ai.myrecruiter.picasso.local.traffic.VirtualTraffic;
import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import ai.myrecruiter.picasso.workflows.plan.PlanReader;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import ai.myrecruiter.picasso.workflows.rollout.StartRollout;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** A stage on the virtual clock with traffic, and a rollout that takes two hours of it. */
final class RehearsedRollout implements AutoCloseable {
  private static final String FUNCTION = "picasso-staging-chat";
  private static final String MACHINE =
      "arn:aws:states:us-east-1:000000000000:stateMachine:picasso-staging-rollout";
  private static final String PLAN =
      """
      name: two-hours
      alpha: 0.01
      targets: {effect: 3}
      stages:
        - {name: first, weight: 1, duration: 30m, look: 60s, onInconclusive: pass}
        - {name: tenth, weight: 10, duration: 30m, look: 60s, onInconclusive: pass}
        - {name: half, weight: 50, duration: 30m, look: 60s, onInconclusive: pass}
      bake: {holdback: 5, duration: 30m, look: 60s, onInconclusive: pass}
      alarms: [cross-tenant-attempts, chat-errors]
      """;
  private Optional<Stage> stage = Optional.empty();

  void open(long seed, double requestsPerSecond) throws IOException {
    var loop = new VirtualLoop(Instant.parse("2026-11-02T08:00:00Z"), seed);
    var assembly = Path.of(System.getProperty("picasso.root", ".")).resolve("infra/target/cdk.out");
    var opened = Stage.open(loop, StageSettings.silent(assembly));
    stage = Optional.of(opened);
    opened
        .lambda()
        .updateFunctionConfiguration(update ->
            update
                .functionName(FUNCTION)
                .environment(environment -> environment.variables(Map.of("RELEASE", "two"))));
    new VirtualTraffic(
            loop,
            opened.invoker(),
            FUNCTION + ":live",
            requestsPerSecond,
            new SplittableRandom(seed))
        .start();
  }

  /** Runs the rollout to its end, which must be a good one. */
  DescribeExecutionResponse run() {
    var opened = stage.orElseThrow();
    var loop = (VirtualLoop) opened.loop();
    var plan = PlanReader.read(PLAN).orThrow();
    var input =
        new StartRollout(
            Environment.STAGING,
            new RolloutId("bench"),
            FUNCTION,
            "live",
            Optional.empty(),
            Optional.empty(),
            plan,
            plan.digest(),
            "alice");
    var execution =
        opened
            .sfn()
            .startExecution(
                start -> start.stateMachineArn(MACHINE).name("bench").input(Contracts.write(input)))
            .executionArn();
    var limit = loop.now().plus(Duration.ofHours(3));
    var end = opened.sfn().describeExecution(get -> get.executionArn(execution));
    while (end.status() == ExecutionStatus.RUNNING && loop.now().isBefore(limit)) {
      loop.runFor(Duration.ofMinutes(1));
      end = opened.sfn().describeExecution(get -> get.executionArn(execution));
    }
    if (end.status() != ExecutionStatus.SUCCEEDED) {
      throw new IllegalStateException(end.toString());
    }
    return end;
  }

  @Override
  public void close() {
    stage.ifPresent(Stage::close);
  }
}

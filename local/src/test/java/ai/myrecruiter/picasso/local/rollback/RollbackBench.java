package ai.myrecruiter.picasso.local.rollback;

import static ai.myrecruiter.picasso.local.rollout.TaskBench.ONE;
import static ai.myrecruiter.picasso.local.rollout.TaskBench.STAGING;
import static ai.myrecruiter.picasso.local.rollout.TaskBench.TWO;

import ai.myrecruiter.picasso.local.lambda.TestLambda;
import ai.myrecruiter.picasso.local.rollout.TaskBench;
import ai.myrecruiter.picasso.tasks.Ports;
import ai.myrecruiter.picasso.tasks.Task;
import ai.myrecruiter.picasso.tasks.rollback.RollbackState;
import ai.myrecruiter.picasso.workflows.rollback.RollbackTrigger;
import ai.myrecruiter.picasso.workflows.rollout.AliasMemory;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import ai.myrecruiter.picasso.workflows.rollout.Run;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A rollout that watches a tenth of the traffic, and the state of a rollback of it. */
final class RollbackBench implements AutoCloseable {
  static final String EXECUTION = "arn:aws:states:us-east-1:000000000000:execution:rollback:1";
  static final Instant RANG_AT = Instant.parse("2026-11-02T07:59:58Z");
  static final RollbackTrigger ALARM =
      new RollbackTrigger.Alarm(
          "picasso-staging-chat-errors", "Threshold Crossed", Optional.of(RANG_AT));
  final TaskBench bench = new TaskBench();

  /** A rollout whose candidate has a tenth of the traffic. */
  Run observing() {
    var now = bench.now();
    var run =
        bench.owned(r ->
            r.preflighting(now)
                .publishing(ONE, now)
                .published(TWO, now)
                .shifting(0, now)
                .observing(now));
    split(run.token());
    return run;
  }

  /** The alias as the stage leaves it. */
  void split(long token) {
    bench.moveAlias(
        "1",
        Map.of("2", 0.1),
        new AliasMemory(token, ONE, Optional.of(TWO), TaskBench.ID).format());
  }

  static RollbackState state(Optional<RolloutId> rollout, RollbackTrigger trigger) {
    return new RollbackState(
        STAGING,
        TestLambda.CHAT,
        "live",
        rollout,
        trigger,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  RollbackState run(
      Function<Ports, Task<RollbackState.Request, RollbackState>> task, RollbackState state) {
    var request = new RollbackState.Request(state, EXECUTION);
    return bench.run(task.apply(bench.ports()), request, RollbackState.class);
  }

  @Override
  public void close() {
    bench.close();
  }
}

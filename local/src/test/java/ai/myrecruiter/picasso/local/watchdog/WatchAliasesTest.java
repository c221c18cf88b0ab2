package ai.myrecruiter.picasso.local.watchdog;

import static ai.myrecruiter.picasso.local.rollout.TaskBench.ONE;
import static ai.myrecruiter.picasso.local.rollout.TaskBench.STAGING;
import static ai.myrecruiter.picasso.local.rollout.TaskBench.TWO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.local.lambda.TestLambda;
import ai.myrecruiter.picasso.local.rollout.TaskBench;
import ai.myrecruiter.picasso.tasks.TransientFailure;
import ai.myrecruiter.picasso.tasks.watchdog.WatchAliases;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import ai.myrecruiter.picasso.workflows.lease.Holder;
import ai.myrecruiter.picasso.workflows.rollback.RollbackTrigger;
import ai.myrecruiter.picasso.workflows.rollback.StartRollback;
import ai.myrecruiter.picasso.workflows.rollout.Run;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class WatchAliasesTest {
  private final TaskBench bench = new TaskBench();

  @AfterEach
  void close() {
    bench.close();
  }

  private WatchAliases.Seen watch() {
    var watched = new WatchAliases.Watched(STAGING, TestLambda.CHAT, "live");
    return bench.run(new WatchAliases(bench.ports()), watched, WatchAliases.Seen.class);
  }

  private Run splitting() {
    var now = bench.now();
    bench.moveAlias("1", Map.of("2", 0.1), "");
    return bench.owned(
        r -> r.preflighting(now).publishing(ONE, now).published(TWO, now).shifting(0, now));
  }

  private void kill(Run run) {
    var arn = bench.rollouts().read(STAGING, run.rolloutId()).orElseThrow().executionArn();
    bench.sfn.client().stopExecution(stop -> stop.executionArn(arn));
  }

  private StartRollback input(String executionArn) {
    var text = bench.sfn.client().describeExecution(get -> get.executionArn(executionArn)).input();
    return Contracts.read(text, StartRollback.class);
  }

  @Test
  void leavesARolloutAloneThatRuns() {
    splitting();
    var seen = watch();
    assertThat(seen.sentence()).isEqualTo("Rollout rollout-1 is under way.");
    assertThat(seen.rollback()).isEmpty();
  }

  @Test
  void leavesAWholeAliasAloneThatNobodyOwns() {
    var seen = watch();
    assertThat(seen.sentence()).isEqualTo("The alias sends everything to one version.");
    assertThat(seen.rollback()).isEmpty();
    assertThat(bench.sfn.count("startExecution")).isZero();
  }

  @Test
  void rollsBackForAnOwnerWhoseExecutionHasEnded() {
    kill(splitting());
    var seen = watch();
    var input = input(seen.rollback().orElseThrow());
    assertThat(input.rolloutId()).contains(TaskBench.ID);
    assertThat(input.function()).isEqualTo(TestLambda.CHAT);
    assertThat(input.trigger())
        .isEqualTo(
            new RollbackTrigger.Watchdog(
                "watchdog",
                "Rollout rollout-1 owns the environment, but its execution has ended."));
  }

  @Test
  void rollsBackForAnOwnerWhoseExecutionIsForgotten() {
    bench.owned(TaskBench.request(TaskBench.ID), r -> r);
    bench.leases().change(STAGING, lease -> lease.orElseThrow().release(1));
    var holder =
        new Holder(
            TaskBench.ID,
            "arn:aws:states:us-east-1:000000000000:execution:picasso-staging-rollout:never",
            "alice",
            bench.now());
    bench.leases().change(STAGING, lease -> lease.orElseThrow().acquire(holder));
    assertThat(watch().rollback()).isPresent();
  }

  @Test
  void rollsBackASplitAliasThatNobodyOwns() {
    bench.moveAlias("1", Map.of("2", 0.1), "");
    var seen = watch();
    assertThat(seen.sentence())
        .isEqualTo("The alias sends traffic to two versions and no rollout owns it.");
    assertThat(input(seen.rollback().orElseThrow()).rolloutId()).isEqualTo(Optional.empty());
  }

  @Test
  void startsOneRollbackAMinute() {
    bench.moveAlias("1", Map.of("2", 0.1), "");
    var first = watch().rollback().orElseThrow();
    bench.moveAlias("1", Map.of("2", 0.2), "");
    bench.stage.virtualLoop().runFor(Duration.ofSeconds(10));
    assertThat(watch().rollback().orElse(first)).isEqualTo(first);
    bench.stage.virtualLoop().runFor(Duration.ofSeconds(60));
    assertThat(watch().rollback()).isPresent().get().isNotEqualTo(first);
  }

  @Test
  void findsItsOwnStartAgainWhenTheAnswerWasLost() {
    bench.moveAlias("1", Map.of("2", 0.1), "");
    bench.sfn.loseAnswerOf("startExecution");
    assertThatThrownBy(this::watch).isInstanceOf(TransientFailure.class);
    watch();
    var started =
        bench
            .sfn
            .client()
            .listExecutions(list -> list.stateMachineArn(TaskBench.machine("rollback")));
    assertThat(started.executions()).hasSize(1);
  }

  @Test
  void doesNotTakeATableThatCannotBeReadForAFreeEnvironment() {
    kill(splitting());
    bench.dynamoDb.refuse("getItem");
    assertThatThrownBy(this::watch).isInstanceOf(TransientFailure.class);
    assertThat(bench.sfn.count("startExecution")).isEqualTo(1); // the rollout itself
  }
}

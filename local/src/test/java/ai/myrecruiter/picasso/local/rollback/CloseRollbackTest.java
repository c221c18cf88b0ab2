package ai.myrecruiter.picasso.local.rollback;

import static ai.myrecruiter.picasso.local.rollback.RollbackBench.ALARM;
import static ai.myrecruiter.picasso.local.rollback.RollbackBench.RANG_AT;
import static ai.myrecruiter.picasso.local.rollback.RollbackBench.state;
import static ai.myrecruiter.picasso.local.rollout.TaskBench.ID;
import static ai.myrecruiter.picasso.local.rollout.TaskBench.ONE;
import static ai.myrecruiter.picasso.local.rollout.TaskBench.STAGING;
import static ai.myrecruiter.picasso.local.rollout.TaskBench.TWO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.local.lambda.TestLambda;
import ai.myrecruiter.picasso.local.lambda.VersionFaults;
import ai.myrecruiter.picasso.local.rollout.TaskBench;
import ai.myrecruiter.picasso.tasks.TransientFailure;
import ai.myrecruiter.picasso.tasks.rollback.CloseRollback;
import ai.myrecruiter.picasso.tasks.rollback.RestoreAlias;
import ai.myrecruiter.picasso.tasks.rollback.RollbackState;
import ai.myrecruiter.picasso.tasks.rollback.TakeOver;
import ai.myrecruiter.picasso.tasks.rollout.AcquireLease;
import ai.myrecruiter.picasso.tasks.rollout.JudgeStage;
import ai.myrecruiter.picasso.workflows.lease.Holder;
import ai.myrecruiter.picasso.workflows.lease.Lease;
import ai.myrecruiter.picasso.workflows.rollback.RollbackTrigger;
import ai.myrecruiter.picasso.workflows.rollout.AliasMemory;
import ai.myrecruiter.picasso.workflows.rollout.DecidedBy;
import ai.myrecruiter.picasso.workflows.rollout.Ending;
import ai.myrecruiter.picasso.workflows.rollout.NextStep;
import ai.myrecruiter.picasso.workflows.rollout.Outcome;
import ai.myrecruiter.picasso.workflows.rollout.Rollout;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import ai.myrecruiter.picasso.workflows.rollout.RolloutStatus;
import ai.myrecruiter.picasso.workflows.rollout.Run;
import ai.myrecruiter.picasso.workflows.rollout.Step;
import ai.myrecruiter.picasso.workflows.rollout.Turn;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class CloseRollbackTest {
  private static final RollbackTrigger JUDGE = new RollbackTrigger.Judge("errors", "e = 300");
  private final RollbackBench rollback = new RollbackBench();
  private final TaskBench bench = rollback.bench;

  @AfterEach
  void close() {
    rollback.close();
  }

  private RollbackState restored(RollbackTrigger trigger) {
    var taken = rollback.run(TakeOver::new, state(Optional.empty(), trigger));
    return rollback.run(RestoreAlias::new, taken);
  }

  private Outcome outcome() {
    return bench.rollout().outcome().orElseThrow();
  }

  /** Requests of which every one to the new version fails, and a look at them. */
  private void failAndLook(Run run) {
    bench.stage.loop.call(() -> {
      bench.stage.service.faults().set(TestLambda.CHAT, "2", VersionFaults.NONE.withErrorRate(1));
      return true;
    });
    for (int i = 0; i < 100; i++) {
      bench.stage.invoke(TestLambda.CHAT + ":live", "{\"action\":\"health_check\"}");
    }
    bench.stage.virtualLoop().runFor(Duration.ofSeconds(30));
    var turn = new Turn(run, new NextStep(Step.OBSERVE, 0, 1, 30, "Waiting"));
    bench.run(new JudgeStage(bench.ports()), turn, Turn.class);
  }

  @Test
  void recordsTheEndAndGivesTheLeaseBack() {
    rollback.observing();
    var closed = rollback.run(CloseRollback::new, restored(ALARM)).closed().orElseThrow();
    assertThat(closed.ending()).isEqualTo(Ending.ROLLED_BACK);
    assertThat(closed.stable()).isEqualTo(ONE);
    assertThat(closed.sentence())
        .isEqualTo(
            "All traffic on version 1. Triggered by picasso-staging-chat-errors: Threshold"
                + " Crossed.");
    assertThat(bench.rollout().status()).isEqualTo(RolloutStatus.ROLLED_BACK);
    assertThat(outcome().decidedBy()).isEqualTo(DecidedBy.ALARM);
    assertThat(bench.lease().map(Lease::held)).contains(false);
  }

  @Test
  void countsFromTheSecondInWhichTheAlarmWentOff() {
    rollback.observing();
    rollback.run(CloseRollback::new, restored(ALARM));
    assertThat(outcome().firstFaultAt()).contains(RANG_AT);
    assertThat(outcome().faultToStable()).contains(Duration.between(RANG_AT, bench.now()));
  }

  @Test
  void countsFromTheLookThatSawTheFirstFault() {
    var run = rollback.observing();
    failAndLook(run);
    var seenAt = bench.now();
    bench.stage.virtualLoop().runFor(Duration.ofSeconds(7));
    rollback.run(CloseRollback::new, restored(JUDGE));
    assertThat(outcome().firstFaultAt()).contains(seenAt);
    assertThat(outcome().faultToStable()).contains(Duration.ofSeconds(7));
    assertThat(outcome().badRequests().errors()).isPositive();
  }

  @Test
  void knowsOfNoFaultWhenAPersonEndsAHealthyRollout() {
    rollback.observing();
    rollback.run(
        CloseRollback::new, restored(new RollbackTrigger.Person("mia", "changed my mind")));
    assertThat(outcome().decidedBy()).isEqualTo(DecidedBy.PERSON);
    assertThat(outcome().firstFaultAt()).isEmpty();
    assertThat(outcome().faultToStable()).isEmpty();
  }

  @Test
  void givesTheSameAnswerWhenItRunsTwice() {
    rollback.observing();
    var state = restored(ALARM);
    var first = rollback.run(CloseRollback::new, state);
    var record = bench.rollout();
    assertThat(rollback.run(CloseRollback::new, state)).isEqualTo(first);
    assertThat(bench.rollout()).isEqualTo(record);
  }

  @Test
  void givesTheLeaseBackWhenItWasKilledAfterTheRecord() {
    rollback.observing();
    var state = restored(ALARM);
    bench.dynamoDb.loseAnswerOf("putItem");
    assertThatThrownBy(() -> rollback.run(CloseRollback::new, state))
        .isInstanceOf(TransientFailure.class);
    assertThat(bench.lease().map(Lease::held)).contains(true);
    rollback.run(CloseRollback::new, state);
    assertThat(bench.lease().map(Lease::held)).contains(false);
    assertThat(bench.rollout().status()).isEqualTo(RolloutStatus.ROLLED_BACK);
  }

  @Test
  void leavesTheLeaseOfTheNextOwnerAlone() {
    rollback.observing();
    var state = restored(ALARM);
    rollback.run(CloseRollback::new, state);
    var holder = new Holder(new RolloutId("rollout-2"), "arn:two", "bob", bench.now());
    var next = bench.leases().change(STAGING, lease -> lease.orElseThrow().acquire(holder));
    rollback.run(CloseRollback::new, state);
    assertThat(bench.lease()).contains(next);
  }

  @Test
  void endsTheRecordThatWasWrittenOnlyAfterTheTakeOver() {
    var arn = bench.execution(ID);
    var holder = new Holder(ID, arn, "alice", bench.now());
    bench.leases().change(STAGING, lease -> Lease.never(STAGING).acquire(holder));
    var taken = rollback.run(TakeOver::new, state(Optional.empty(), ALARM));
    bench
        .rollouts()
        .create(Rollout.accepted(TaskBench.request(ID), arn, 1, bench.now()), bench.now());
    rollback.run(CloseRollback::new, rollback.run(RestoreAlias::new, taken));
    assertThat(bench.rollout().status()).isEqualTo(RolloutStatus.ROLLED_BACK);
    assertThat(bench.rollout().fencingToken()).isEqualTo(2);
    assertThat(outcome().sentence()).contains("picasso-staging-chat-errors");
    var again = new AcquireLease.Request(TaskBench.request(new RolloutId("rollout-2")), "arn:two");
    assertThat(bench.run(new AcquireLease(bench.ports()), again, Turn.class).run().token())
        .isEqualTo(3);
  }

  @Test
  void aReleaseWhoseBakeIsOverStaysPromoted() {
    var now = bench.now();
    bench.owned(r ->
        r.preflighting(now)
            .publishing(ONE, now)
            .published(TWO, now)
            .shifting(0, now)
            .observing(now)
            .shifting(1, now)
            .observing(now)
            .promoting(now)
            .baking(now)
            .closing(now));
    bench.moveAlias("2", Map.of(), new AliasMemory(1, TWO, Optional.empty(), ID).format());
    var failure = new RollbackTrigger.Failure("States.Timeout", "closing timed out");
    var closed = rollback.run(CloseRollback::new, restored(failure)).closed().orElseThrow();
    assertThat(closed.ending()).isEqualTo(Ending.PROMOTED);
    assertThat(closed.sentence()).startsWith("Nothing to roll back: version 2 has passed its bake");
    assertThat(bench.rollout().status()).isEqualTo(RolloutStatus.COMPLETED);
    assertThat(outcome().faultToStable()).isEmpty();
  }

  @Test
  void usesWhatTheJudgeSawWhenCloudWatchDoesNotAnswer() {
    failAndLook(rollback.observing());
    var errors = bench.rollout().judge().badRequests().errors();
    var state = restored(JUDGE);
    bench.cloudWatch.refuse("getMetricDataPaginator");
    rollback.run(CloseRollback::new, state);
    assertThat(outcome().badRequests().errors()).isEqualTo(errors).isPositive();
  }

  @Test
  void saysThatThereWasNothingToDo() {
    var closed = rollback.run(CloseRollback::new, restored(ALARM)).closed().orElseThrow();
    assertThat(closed.rolloutId()).isEqualTo("none");
    assertThat(closed.sentence())
        .startsWith("Nothing to roll back: version 1 has all traffic and no rollout is under way.");
  }

  @Test
  void saysThatTheAliasBelongsToAnotherRollout() {
    rollback.split(1);
    var other = state(Optional.of(new RolloutId("rollout-9")), ALARM);
    var closed =
        rollback
            .run(CloseRollback::new, rollback.run(RestoreAlias::new, other))
            .closed()
            .orElseThrow();
    assertThat(closed.sentence())
        .startsWith("Nothing to roll back: the alias belongs to another rollout.");
    assertThat(bench.lease()).isEmpty();
  }
}

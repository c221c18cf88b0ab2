package ai.myrecruiter.picasso.local.rollout;

import static ai.myrecruiter.picasso.local.rollout.TaskBench.ONE;
import static ai.myrecruiter.picasso.local.rollout.TaskBench.TWO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.tasks.ErrorOutput;
import ai.myrecruiter.picasso.tasks.TransientFailure;
import ai.myrecruiter.picasso.tasks.rollout.CloseRollout;
import ai.myrecruiter.picasso.workflows.lease.Holder;
import ai.myrecruiter.picasso.workflows.lease.Lease;
import ai.myrecruiter.picasso.workflows.lease.LeaseLost;
import ai.myrecruiter.picasso.workflows.rollout.DecidedBy;
import ai.myrecruiter.picasso.workflows.rollout.Ending;
import ai.myrecruiter.picasso.workflows.rollout.IllegalTransition;
import ai.myrecruiter.picasso.workflows.rollout.NextStep;
import ai.myrecruiter.picasso.workflows.rollout.Outcome;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import ai.myrecruiter.picasso.workflows.rollout.RolloutStatus;
import ai.myrecruiter.picasso.workflows.rollout.Run;
import ai.myrecruiter.picasso.workflows.rollout.Step;
import ai.myrecruiter.picasso.workflows.rollout.Turn;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class CloseRolloutTest {
  private static final NextStep CLOSE = new NextStep(Step.CLOSE, 2, 0, 0, "Version 2 serves all.");
  private static final ErrorOutput REFUSED =
      new ErrorOutput(
          "ai.myrecruiter.picasso.tasks.rollout.PreflightRefused",
          Optional.of("{\"errorMessage\":\"$.alias: must not be split\"}"));
  private final TaskBench bench = new TaskBench();

  @AfterEach
  void close() {
    bench.close();
  }

  private Run closing() {
    var now = bench.now();
    return bench.owned(r ->
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
  }

  private Turn finish(Run run, Optional<ErrorOutput> error) {
    var request = new CloseRollout.Request(run, CLOSE, error);
    return bench.run(new CloseRollout(bench.ports()), request, Turn.class);
  }

  private Outcome outcome() {
    return bench.rollout().outcome().orElseThrow();
  }

  @Test
  void recordsThePromotionAndGivesTheLeaseBack() {
    finish(closing(), Optional.empty());
    assertThat(bench.rollout().status()).isEqualTo(RolloutStatus.COMPLETED);
    assertThat(outcome().ending()).isEqualTo(Ending.PROMOTED);
    assertThat(outcome().decidedBy()).isEqualTo(DecidedBy.JUDGE);
    assertThat(outcome().sentence()).isEqualTo("Version 2 serves all.");
    assertThat(outcome().firstFaultAt()).isEmpty();
    assertThat(outcome().stableAt()).isEqualTo(bench.now());
    assertThat(bench.lease().map(Lease::held)).contains(false);
  }

  @Test
  void recordsARefusalInTheWordsOfTheError() {
    var run = bench.owned(r -> r.preflighting(bench.now()));
    finish(run, Optional.of(REFUSED));
    assertThat(bench.rollout().status()).isEqualTo(RolloutStatus.REFUSED);
    assertThat(outcome().decidedBy()).isEqualTo(DecidedBy.PLAN);
    assertThat(outcome().sentence()).isEqualTo("PreflightRefused: $.alias: must not be split");
    assertThat(bench.lease().map(Lease::held)).contains(false);
  }

  @Test
  void givesTheSameAnswerWhenItRunsTwice() {
    var run = closing();
    var first = finish(run, Optional.empty());
    var record = bench.rollout();
    assertThat(finish(run, Optional.empty())).isEqualTo(first);
    assertThat(bench.rollout()).isEqualTo(record);
  }

  @Test
  void givesTheLeaseBackWhenItWasKilledBetweenRecordAndLease() {
    var run = closing();
    bench.dynamoDb.loseAnswerOf("putItem");
    assertThatThrownBy(() -> finish(run, Optional.empty())).isInstanceOf(TransientFailure.class);
    assertThat(bench.rollout().status()).isEqualTo(RolloutStatus.COMPLETED);
    assertThat(bench.lease().map(Lease::held)).contains(true);

    finish(run, Optional.empty());
    assertThat(bench.lease().map(Lease::held)).contains(false);
  }

  /** Another rollout may own the environment by the time a lost answer is asked for again. */
  @Test
  void leavesTheLeaseOfTheNextOwnerAlone() {
    var run = closing();
    finish(run, Optional.empty());
    var next =
        bench
            .leases()
            .change(
                TaskBench.STAGING,
                lease ->
                    lease
                        .orElseThrow()
                        .acquire(
                            new Holder(new RolloutId("rollout-2"), "arn:two", "bob", bench.now())));
    finish(run, Optional.empty());
    assertThat(bench.lease()).contains(next);
  }

  @Test
  void recordsNothingUnderAnOldToken() {
    var run = closing();
    bench.takeOver();
    assertThatThrownBy(() -> finish(run, Optional.empty())).isInstanceOf(LeaseLost.class);
    assertThat(bench.rollout().status()).isEqualTo(RolloutStatus.CLOSING);
    assertThat(bench.lease().map(Lease::held)).contains(true);
  }

  @Test
  void doesNotCallARolloutRefusedThatHasTraffic() {
    var run = closing();
    assertThatThrownBy(() -> finish(run, Optional.of(REFUSED)))
        .isInstanceOf(IllegalTransition.class)
        .hasMessageContaining("the alias was touched: roll back");
    assertThat(bench.lease().map(Lease::held)).contains(true);
  }
}

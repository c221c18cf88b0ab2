package ai.myrecruiter.picasso.local.rollback;

import static ai.myrecruiter.picasso.local.rollback.RollbackBench.ALARM;
import static ai.myrecruiter.picasso.local.rollback.RollbackBench.state;
import static ai.myrecruiter.picasso.local.rollout.TaskBench.ID;
import static ai.myrecruiter.picasso.local.rollout.TaskBench.STAGING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.tasks.TransientFailure;
import ai.myrecruiter.picasso.tasks.rollback.RollbackState.Owner;
import ai.myrecruiter.picasso.tasks.rollback.TakeOver;
import ai.myrecruiter.picasso.workflows.lease.Holder;
import ai.myrecruiter.picasso.workflows.lease.Lease;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import ai.myrecruiter.picasso.workflows.rollout.RolloutStatus;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TakeOverTest {
  private final RollbackBench rollback = new RollbackBench();

  @AfterEach
  void close() {
    rollback.close();
  }

  @Test
  void takesTheLeaseFromWhoeverHasItAndSaysWhy() {
    var run = rollback.observing();
    var taken = rollback.run(TakeOver::new, state(Optional.empty(), ALARM));
    var owner = taken.owner().orElseThrow();
    assertThat(owner.rolloutId()).isEqualTo(ID);
    assertThat(owner.token()).isEqualTo(run.token() + 1);
    assertThat(owner.executionArn()).isEqualTo(rollback.bench.rollout().executionArn());
    assertThat(rollback.bench.lease().flatMap(Lease::holder).map(Holder::name))
        .contains("rollback by picasso-staging-chat-errors");
    assertThat(rollback.bench.rollout().status()).isEqualTo(RolloutStatus.ROLLING_BACK);
    assertThat(rollback.bench.rollout().fencingToken()).isEqualTo(run.token() + 1);
    assertThat(rollback.bench.rollout().timeline().entries().getLast().sentence())
        .isEqualTo("Rolling back, triggered by picasso-staging-chat-errors. Threshold Crossed");
  }

  @Test
  void takesItOnceWhenItRunsTwice() {
    rollback.observing();
    var first = rollback.run(TakeOver::new, state(Optional.empty(), ALARM));
    var record = rollback.bench.rollout();
    assertThat(rollback.run(TakeOver::new, state(Optional.empty(), ALARM))).isEqualTo(first);
    assertThat(rollback.bench.rollout()).isEqualTo(record);
  }

  @Test
  void marksTheRecordWhenItWasKilledAfterTheLease() {
    rollback.observing();
    rollback.bench.dynamoDb.loseAnswerOf("putItem");
    assertThatThrownBy(() -> rollback.run(TakeOver::new, state(Optional.empty(), ALARM)))
        .isInstanceOf(TransientFailure.class);
    assertThat(rollback.bench.rollout().status()).isEqualTo(RolloutStatus.OBSERVING);

    rollback.run(TakeOver::new, state(Optional.empty(), ALARM));
    assertThat(rollback.bench.rollout().status()).isEqualTo(RolloutStatus.ROLLING_BACK);
    assertThat(rollback.bench.lease().map(Lease::token)).contains(2L);
  }

  @Test
  void leavesAnotherRolloutsLeaseAlone() {
    rollback.observing();
    var other = state(Optional.of(new RolloutId("rollout-9")), ALARM);
    assertThat(rollback.run(TakeOver::new, other)).isEqualTo(other);
    assertThat(rollback.bench.lease().map(Lease::token)).contains(1L);
  }

  @Test
  void takesTheLeaseOfTheRolloutItIsFor() {
    rollback.observing();
    var taken = rollback.run(TakeOver::new, state(Optional.of(ID), ALARM));
    assertThat(taken.owner().map(Owner::token)).contains(2L);
  }

  @Test
  void hasNothingToTakeWithoutAnOwner() {
    assertThat(rollback.run(TakeOver::new, state(Optional.empty(), ALARM)).owner()).isEmpty();
    rollback.observing();
    rollback.bench.leases().change(STAGING, lease -> lease.orElseThrow().release(1));
    assertThat(rollback.run(TakeOver::new, state(Optional.empty(), ALARM)).owner()).isEmpty();
    assertThat(rollback.bench.rollout().status()).isEqualTo(RolloutStatus.OBSERVING);
  }

  /** The rollout has its lease, but has not written its record yet. */
  @Test
  void fencesARolloutThatHasNoRecordYet() {
    var holder = new Holder(ID, "arn:one", "alice", rollback.bench.now());
    rollback.bench.leases().change(STAGING, lease -> Lease.never(STAGING).acquire(holder));
    var owner = rollback.run(TakeOver::new, state(Optional.empty(), ALARM)).owner().orElseThrow();
    assertThat(owner).isEqualTo(new Owner(ID, 2, ""));
  }

  @Test
  void aSecondRollbackTakesOverFromTheFirst() {
    rollback.observing();
    rollback.run(TakeOver::new, state(Optional.empty(), ALARM));
    rollback
        .bench
        .leases()
        .change(
            STAGING,
            lease ->
                lease
                    .orElseThrow()
                    .takeOver(new Holder(ID, "arn:other", "another", rollback.bench.now())));
    var third = rollback.run(TakeOver::new, state(Optional.empty(), ALARM));
    assertThat(third.owner().map(Owner::token)).contains(4L);
    assertThat(rollback.bench.rollout().fencingToken()).isEqualTo(4);
  }
}

package ai.myrecruiter.picasso.local.rollout;

import static ai.myrecruiter.picasso.local.rollout.TaskBench.ID;
import static ai.myrecruiter.picasso.local.rollout.TaskBench.STAGING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.tasks.TransientFailure;
import ai.myrecruiter.picasso.tasks.rollout.AcquireLease;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.lease.Lease;
import ai.myrecruiter.picasso.workflows.lease.LeaseHeld;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import ai.myrecruiter.picasso.workflows.rollout.RolloutStatus;
import ai.myrecruiter.picasso.workflows.rollout.Step;
import ai.myrecruiter.picasso.workflows.rollout.Turn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class AcquireLeaseTest {
  private final TaskBench bench = new TaskBench();

  @AfterEach
  void close() {
    bench.close();
  }

  private Turn acquire(RolloutId id, String execution) {
    var input = new AcquireLease.Request(TaskBench.request(id), execution);
    return bench.run(new AcquireLease(bench.ports()), input, Turn.class);
  }

  @Test
  void takesTheLeaseAndWritesTheRecord() {
    var turn = acquire(ID, "arn:one");
    assertThat(turn.next().step()).isEqualTo(Step.PREFLIGHT);
    assertThat(turn.run().token()).isEqualTo(1);
    assertThat(bench.lease().orElseThrow().check(1).held()).isTrue();
    assertThat(bench.rollout().status()).isEqualTo(RolloutStatus.ACCEPTED);
    assertThat(bench.rollout().executionArn()).isEqualTo("arn:one");
    assertThat(bench.rollout().fencingToken()).isEqualTo(1);
    assertThat(bench.rollout().startedAt()).isEqualTo(bench.now());
  }

  @Test
  void givesTheSameAnswerWhenItRunsTwice() {
    var first = acquire(ID, "arn:one");
    var record = bench.rollout();
    assertThat(acquire(ID, "arn:one")).isEqualTo(first);
    assertThat(bench.rollout()).isEqualTo(record);
    assertThat(bench.lease().map(Lease::token)).contains(1L);
  }

  @Test
  void goesOnWhenItWasKilledBetweenLeaseAndRecord() {
    bench.dynamoDb.loseAnswerOf("putItem");
    assertThatThrownBy(() -> acquire(ID, "arn:one")).isInstanceOf(TransientFailure.class);
    assertThat(bench.lease().map(Lease::held)).contains(true);
    assertThat(bench.rollouts().read(STAGING, ID)).isEmpty();

    assertThat(acquire(ID, "arn:one").run().token()).isEqualTo(1);
    assertThat(bench.rollout().executionArn()).isEqualTo("arn:one");
  }

  @Test
  void refusesASecondRolloutNamingTheOwnerAndWhatToDo() {
    acquire(ID, "arn:one");
    assertThatThrownBy(() -> acquire(new RolloutId("rollout-2"), "arn:two"))
        .isInstanceOf(LeaseHeld.class)
        .hasMessageContaining("staging is owned by rollout rollout-1 of alice since")
        .hasMessageContaining("picasso rollout abort rollout-1 --env staging");
    assertThat(bench.rollouts().list(STAGING)).hasSize(1);
    assertThat(bench.lease().map(Lease::token)).contains(1L);
  }

  @Test
  void refusesAnIdThatARolloutHadBeforeAndGivesTheLeaseBack() {
    acquire(ID, "arn:one");
    bench.leases().change(STAGING, lease -> lease.orElseThrow().release(1));
    assertThatThrownBy(() -> acquire(ID, "arn:two"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("$.rolloutId = rollout-1: must be new")
        .hasMessageContaining("start with another id");
    assertThat(bench.lease().map(Lease::held)).contains(false);
    assertThat(bench.rollout().executionArn()).isEqualTo("arn:one");
  }

  @Test
  void isTriedAgainWhenTheTableCannotBeReached() {
    bench.dynamoDb.refuse("getItem");
    assertThatThrownBy(() -> acquire(ID, "arn:one"))
        .isInstanceOf(TransientFailure.class)
        .hasMessageContaining("AcquireLease: The connection was reset.")
        .hasMessageContaining("tries again");
    assertThat(bench.lease()).isEmpty();
    assertThat(acquire(ID, "arn:one").run().token()).isEqualTo(1);
  }
}

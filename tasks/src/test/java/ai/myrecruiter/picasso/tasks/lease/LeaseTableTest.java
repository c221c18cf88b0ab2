package ai.myrecruiter.picasso.tasks.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.tasks.Tables;
import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.lease.Holder;
import ai.myrecruiter.picasso.workflows.lease.Lease;
import ai.myrecruiter.picasso.workflows.lease.LeaseHeld;
import ai.myrecruiter.picasso.workflows.lease.LeaseLost;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

final class LeaseTableTest {
  private static final Environment STAGING = Environment.STAGING;
  private final DynamoDbClient dynamoDb = Tables.create();
  private final LeaseTable leases = new LeaseTable(dynamoDb, Tables.LEASES);

  @AfterEach
  void close() {
    dynamoDb.close();
  }

  @Test
  void knowsNoLeaseBeforeTheFirst() {
    assertThat(leases.read(STAGING)).isEmpty();
  }

  @Test
  void keepsWhatWasAcquired() {
    var lease = acquire("one");
    assertThat(leases.read(STAGING)).contains(lease);
    assertThat(lease.token()).isEqualTo(1);
  }

  @Test
  void refusesASecondOwnerByName() {
    acquire("one");
    assertThatThrownBy(() -> acquire("two"))
        .isInstanceOf(LeaseHeld.class)
        .hasMessageContaining("one");
    assertThat(leases.read(STAGING).flatMap(Lease::holder).map(Holder::rollout))
        .contains(new RolloutId("rollout-one"));
  }

  @Test
  void givesTheSameExecutionTheSameLeaseAgain() {
    assertThat(acquire("one")).isEqualTo(acquire("one"));
  }

  @Test
  void keepsEnvironmentsApart() {
    acquire("one");
    assertThat(leases.read(Environment.PRODUCTION)).isEmpty();
  }

  @Test
  void raisesTheTokenWithATakeOverSoThatTheOldOwnerIsRefused() {
    var old = acquire("one");
    var taken = leases.change(STAGING, stored -> stored.orElseThrow().takeOver(holder("rollback")));
    assertThat(taken.token()).isEqualTo(old.token() + 1);
    assertThatThrownBy(() -> leases.read(STAGING).orElseThrow().check(old.token()))
        .isInstanceOf(LeaseLost.class);
  }

  @Test
  void letsExactlyOneOfManyWinThatAskAtOnce() throws Exception {
    int contenders = 8;
    var barrier = new CyclicBarrier(contenders);
    var winners = new AtomicInteger();
    var refused = new AtomicInteger();
    try (var threads = Executors.newFixedThreadPool(contenders)) {
      var attempts =
          IntStream.range(0, contenders)
              .<Callable<Boolean>>mapToObj(i ->
                  () -> {
                    barrier.await();
                    try {
                      acquire("contender-" + i);
                      return winners.incrementAndGet() > 0;
                    } catch (LeaseHeld held) {
                      return refused.incrementAndGet() > 0;
                    }
                  })
              .toList();
      for (var attempt : threads.invokeAll(attempts)) {
        assertThat(attempt.get()).isTrue();
      }
    }
    assertThat(winners).hasValue(1);
    assertThat(refused).hasValue(contenders - 1);
  }

  private Lease acquire(String name) {
    return leases.change(
        STAGING, stored -> stored.orElseGet(() -> Lease.never(STAGING)).acquire(holder(name)));
  }

  private static Holder holder(String name) {
    return new Holder(
        new RolloutId("rollout-" + name),
        "arn:" + name,
        name,
        Instant.parse("2026-11-02T08:00:00Z"));
  }
}

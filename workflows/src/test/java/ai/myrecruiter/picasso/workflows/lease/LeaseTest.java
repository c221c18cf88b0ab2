package ai.myrecruiter.picasso.workflows.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.Property;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LeaseTest {
  private static final Instant AT = Instant.parse("2026-11-02T08:00:00Z");
  private static final Holder ANA = holder("rollout-a", "arn:a", "ana");
  private static final Holder BEN = holder("rollout-b", "arn:b", "ben");
  private static final Holder ALARM = holder("rollout-a", "arn:rollback", "alarm chat-errors");
  private static final Lease NEVER = Lease.never(Environment.STAGING);
  private static final Lease ANAS = NEVER.acquire(ANA);

  @Test
  void isAcquiredOnce() {
    assertThat(ANAS).isEqualTo(new Lease(Environment.STAGING, 1, true, Optional.of(ANA)));
    assertThatThrownBy(() -> ANAS.acquire(BEN))
        .isInstanceOfSatisfying(LeaseHeld.class, held -> assertThat(held.owner()).isEqualTo(ANA))
        .hasMessage(
            "staging is owned by rollout rollout-a of ana since 2026-11-02T08:00:00Z; see it with"
                + " 'picasso rollout status rollout-a --env staging', wait for it, or end it with"
                + " 'picasso rollout abort rollout-a --env staging'");
  }

  @Test
  void isTheSameWhenItsOwnerAsksAgain() {
    var later = new Holder(ANA.rollout(), ANA.executionArn(), "ana", AT.plusSeconds(9));
    assertThat(ANAS.acquire(later)).isSameAs(ANAS);
    var taken = ANAS.takeOver(ALARM);
    assertThat(taken.takeOver(ALARM)).isSameAs(taken);
    var free = ANAS.release(1);
    assertThat(free.release(1)).isSameAs(free);
  }

  @Test
  void isTakenOverByARollbackWithANewerToken() {
    var taken = ANAS.takeOver(ALARM);
    assertThat(taken.token()).isEqualTo(2);
    assertThatThrownBy(() -> taken.check(1))
        .isInstanceOfSatisfying(LeaseLost.class, lost -> assertThat(lost.taker()).contains(ALARM))
        .hasMessage(
            "token 1 no longer owns staging: the present token is 2, taken by alarm chat-errors"
                + " (arn:rollback) at 2026-11-02T08:00:00Z; stop, and see 'picasso rollout status"
                + " rollout-a'");
    assertThatThrownBy(() -> taken.release(1)).isInstanceOf(LeaseLost.class);
    assertThat(taken.check(2)).isSameAs(taken);
  }

  @Test
  void isFreeForTheNextAfterItsRelease() {
    var free = ANAS.release(1);
    assertThat(free.held()).isFalse();
    assertThat(free.acquire(BEN).token()).isEqualTo(2);
    assertThatThrownBy(() -> free.check(1))
        .isInstanceOf(LeaseLost.class)
        .hasMessageContaining("given up after it was taken by ana");
    assertThatThrownBy(() -> NEVER.check(0))
        .isInstanceOf(LeaseLost.class)
        .hasMessageContaining("never owned");
  }

  @Test
  void canBeTakenOverWhenNobodyOwnsIt() {
    assertThat(NEVER.takeOver(ALARM).token()).isEqualTo(1);
    assertThat(ANAS.release(1).takeOver(ALARM).token()).isEqualTo(2);
  }

  @Test
  void readsBackFromJson() {
    for (var lease : new Lease[] {NEVER, ANAS, ANAS.release(1)}) {
      assertThat(Contracts.read(Contracts.write(lease), Lease.class)).isEqualTo(lease);
    }
  }

  @Test
  void cannotHoldWhatDoesNotAgree() {
    assertThatThrownBy(() -> new Lease(Environment.STAGING, 0, true, Optional.of(ANA)))
        .isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> new Lease(Environment.STAGING, 3, true, Optional.empty()))
        .isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> new Lease(Environment.STAGING, -1, false, Optional.empty()))
        .isInstanceOf(InvalidInput.class);
  }

  /** Whatever happens, tokens never fall, and no two owners ever had the same one. */
  @Test
  void fencesEveryOwnerFromTheOneBefore() {
    Property.holds(
        LeaseTest.class,
        300,
        random -> {
          var lease = NEVER;
          for (var i = 0; i < 40; i++) {
            var someone = random.nextBoolean() ? ANA : BEN;
            var next = lease;
            try {
              next =
                  switch (random.nextInt(3)) {
                    case 0 -> lease.acquire(someone);
                    case 1 -> lease.takeOver(random.nextBoolean() ? someone : ALARM);
                    default -> lease.release(random.nextLong(0, lease.token() + 1));
                  };
            } catch (LeaseHeld | LeaseLost refused) {
              assertThat(refused.code()).startsWith("lease-");
            }
            assertThat(next.token()).isBetween(lease.token(), lease.token() + 1);
            if (next.held() && !next.equals(lease)) {
              assertThat(next.token()).isEqualTo(lease.token() + 1);
            }
            lease = next;
          }
        });
  }

  private static Holder holder(String rollout, String arn, String name) {
    return new Holder(new RolloutId(rollout), arn, name, AT);
  }
}

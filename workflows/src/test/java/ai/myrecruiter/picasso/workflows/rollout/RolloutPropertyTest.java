package ai.myrecruiter.picasso.workflows.rollout;

import static ai.myrecruiter.picasso.workflows.rollout.Rollouts.at;
import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.workflows.Property;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import ai.myrecruiter.picasso.workflows.plan.Plans;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Random steps, legal or not: what the record says is always possible. */
final class RolloutPropertyTest {
  private static final int STEPS = 60;

  @Test
  void isAlwaysAPossibleRecord() {
    Property.holds(
        RolloutPropertyTest.class,
        100,
        random -> {
          var plan = Plans.random(random);
          var rollout = Rollout.accepted(Rollouts.request(plan), "arn", 7, at(0));
          for (var i = 0; i < STEPS; i++) {
            var next = step(rollout, random, i);
            assertThat(
                    next.status() == rollout.status()
                        || rollout.status().next().contains(next.status()))
                .as("%s -> %s", rollout.status(), next.status())
                .isTrue();
            check(next);
            rollout = next;
          }
          var json = Contracts.write(rollout);
          assertThat(Contracts.read(json, Rollout.class)).isEqualTo(rollout);
          assertThat(Contracts.write(Contracts.read(json, Rollout.class))).isEqualTo(json);
        });
  }

  private static void check(Rollout rollout) {
    assertThat(
            rollout.approval().isPresent() && rollout.status() != RolloutStatus.AWAITING_APPROVAL)
        .as("a question waits only in AWAITING_APPROVAL")
        .isFalse();
    assertThat(rollout.outcome().isPresent()).isEqualTo(rollout.status().terminal());
    if (rollout.status() == RolloutStatus.REFUSED
        || rollout.status() == RolloutStatus.ROLLED_BACK) {
      assertThat(rollout.progress().weight()).isZero();
    }
    if (rollout.status() == RolloutStatus.COMPLETED) {
      assertThat(rollout.progress().weight()).isEqualTo(100);
    }
  }

  private static Rollout step(Rollout rollout, RandomGenerator random, int second) {
    var index = rollout.progress().stageIndex() + random.nextInt(0, 2);
    var now = at(second);
    try {
      return switch (random.nextInt(100) == 0 ? random.nextInt(13, 15) : random.nextInt(13)) {
        case 0 -> rollout.preflighting(now);
        case 1 -> rollout.publishing(Rollouts.TWO, now);
        case 2 -> rollout.published(Rollouts.THREE, now);
        case 3 -> rollout.awaiting(Rollouts.question("s", ApprovalReason.HELD), now);
        case 4 -> rollout.answered("yes", now);
        case 5, 6 -> rollout.shifting(Math.max(0, index), now);
        case 7 -> rollout.observing(now);
        case 8 -> rollout.promoting(now);
        case 9 -> rollout.baking(now);
        case 10 -> rollout.closing(now);
        case 11 -> rollout.completed(Rollouts.outcome(Ending.PROMOTED), now);
        case 12 -> rollout.rolledBack(Rollouts.outcome(Ending.ROLLED_BACK), now);
        case 13 -> rollout.rollingBack(random.nextInt(8, 10), "alarm", now);
        default -> rollout.refused(Rollouts.outcome(Ending.REFUSED), now);
      };
    } catch (IllegalTransition refused) {
      return rollout;
    }
  }
}

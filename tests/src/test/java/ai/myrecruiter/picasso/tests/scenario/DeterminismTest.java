package ai.myrecruiter.picasso.tests.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** Two hours of the virtual clock; repeat with another seed by {@code -Dpicasso.seed=N}. */
final class DeterminismTest {
  private static final String TWO_HOURS =
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

  @Test
  void theSameSeedGivesTheSameTwoHoursByteForByte() {
    long seed = Long.getLong("picasso.seed", 7);
    var one = history(seed);
    assertThat(history(seed))
        .as("seed %d, repeat with -Dpicasso.seed=%d", seed, seed)
        .isEqualTo(one);
    assertThat(history(seed + 1)).isNotEqualTo(one);
  }

  /** One whole rollout with nothing simplified, so that the light stage cannot drift from it. */
  @Test
  void aStageOnDynamoDbLocalGivesTheSameHistory() {
    assertThat(quick(Rehearsal.onDynamoDbLocal(5))).isEqualTo(quick(new Rehearsal(5)));
  }

  private static String quick(Rehearsal stage) {
    try (stage) {
      stage.traffic(2);
      stage.upload("two");
      var id = stage.start(Rehearsal.QUICK_PLAN);
      assertThat(stage.runToEnd(id).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
      return stage.history(id) + stage.rollout(id) + stage.alias();
    }
  }

  private static String history(long seed) {
    try (var rehearsal = new Rehearsal(seed)) {
      rehearsal.traffic(2);
      rehearsal.upload("two");
      var id = rehearsal.start(TWO_HOURS);
      assertThat(rehearsal.runToEnd(id).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
      return rehearsal.history(id) + rehearsal.rollout(id) + rehearsal.alias();
    }
  }
}

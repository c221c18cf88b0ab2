package ai.myrecruiter.picasso.local.rollback;

import static ai.myrecruiter.picasso.local.rollback.RollbackBench.ALARM;
import static ai.myrecruiter.picasso.local.rollback.RollbackBench.state;
import static ai.myrecruiter.picasso.local.rollout.TaskBench.ID;
import static ai.myrecruiter.picasso.local.rollout.TaskBench.ONE;
import static ai.myrecruiter.picasso.local.rollout.TaskBench.TWO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.local.lambda.TestLambda;
import ai.myrecruiter.picasso.tasks.TransientFailure;
import ai.myrecruiter.picasso.tasks.rollback.RestoreAlias;
import ai.myrecruiter.picasso.tasks.rollback.RollbackState;
import ai.myrecruiter.picasso.tasks.rollback.RollbackState.Restored;
import ai.myrecruiter.picasso.tasks.rollback.TakeOver;
import ai.myrecruiter.picasso.workflows.rollout.AliasMemory;
import ai.myrecruiter.picasso.workflows.rollout.AliasWeights;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lambda.model.PreconditionFailedException;

final class RestoreAliasTest {
  private final RollbackBench rollback = new RollbackBench();

  @AfterEach
  void close() {
    rollback.close();
  }

  private RollbackState takenOver() {
    rollback.observing();
    return rollback.run(TakeOver::new, state(Optional.empty(), ALARM));
  }

  private AliasWeights weights() {
    return rollback.bench.alias().weights();
  }

  @Test
  void putsEverythingOnTheVersionThatTheAliasRemembers() {
    var restored = rollback.run(RestoreAlias::new, takenOver()).restored().orElseThrow();
    assertThat(restored).isEqualTo(new Restored(ONE, true, false, rollback.bench.now()));
    assertThat(weights()).isEqualTo(AliasWeights.all(ONE));
    assertThat(rollback.bench.alias().memory())
        .contains(new AliasMemory(2, ONE, Optional.empty(), ID));
  }

  @Test
  void goesBackFromAPromotedVersionToo() {
    rollback.bench.moveAlias(
        "2", Map.of("1", 0.05), new AliasMemory(1, ONE, Optional.of(TWO), ID).format());
    var restored = rollback.run(RestoreAlias::new, state(Optional.of(ID), ALARM));
    assertThat(restored.restored().map(Restored::stable)).contains(ONE);
    assertThat(weights()).isEqualTo(AliasWeights.all(ONE));
  }

  @Test
  void readsNoTableAndNoMetric() {
    rollback.split(1);
    rollback.run(RestoreAlias::new, state(Optional.empty(), ALARM));
    assertThat(weights()).isEqualTo(AliasWeights.all(ONE));
    assertThat(rollback.bench.dynamoDb.count("getItem")).isZero();
    assertThat(rollback.bench.cloudWatch.count("getMetricDataPaginator")).isZero();
  }

  @Test
  void saysTheSameWhenItRunsTwice() {
    var state = takenOver();
    var first = rollback.run(RestoreAlias::new, state);
    var alias = rollback.bench.alias();
    var second = rollback.run(RestoreAlias::new, first);
    assertThat(second).isEqualTo(first);
    assertThat(rollback.bench.alias()).isEqualTo(alias);
  }

  @Test
  void finishesWhenTheAnswerWasLost() {
    var state = takenOver();
    rollback.bench.lambda.loseAnswerOf("updateAlias");
    assertThatThrownBy(() -> rollback.run(RestoreAlias::new, state))
        .isInstanceOf(TransientFailure.class);
    assertThat(weights()).isEqualTo(AliasWeights.all(ONE));
    assertThat(rollback.run(RestoreAlias::new, state).restored().map(Restored::stable))
        .contains(ONE);
  }

  /** A rollout that read the alias before the rollback can no longer split it. */
  @Test
  void changesTheRevisionEvenWhenTheTrafficIsThereAlready() {
    var state = takenOver();
    rollback.bench.moveAlias("1", Map.of(), new AliasMemory(1, ONE, Optional.of(TWO), ID).format());
    var before = rollback.bench.alias().revision();
    rollback.run(RestoreAlias::new, state);
    assertThatThrownBy(() ->
            rollback.bench.stage.client.updateAlias(update ->
                update
                    .functionName(TestLambda.CHAT)
                    .name("live")
                    .routingConfig(r -> r.additionalVersionWeights(Map.of("2", 0.5)))
                    .revisionId(before)))
        .isInstanceOf(PreconditionFailedException.class);
    assertThat(weights()).isEqualTo(AliasWeights.all(ONE));
  }

  @Test
  void winsAgainstAWriterInBetween() {
    var state = takenOver();
    rollback.bench.lambda.before("updateAlias", () -> rollback.split(1));
    rollback.run(RestoreAlias::new, state);
    assertThat(weights()).isEqualTo(AliasWeights.all(ONE));
  }

  @Test
  void leavesTheAliasOfAnotherRolloutAlone() {
    rollback.split(1);
    var before = rollback.bench.alias();
    var other = state(Optional.of(new RolloutId("rollout-9")), ALARM);
    var restored = rollback.run(RestoreAlias::new, other).restored().orElseThrow();
    assertThat(restored.foreign()).isTrue();
    assertThat(restored.changed()).isFalse();
    assertThat(rollback.bench.alias()).isEqualTo(before);
  }

  @Test
  void anAliasThatRemembersNothingGoesToItsOwnVersion() {
    rollback.bench.moveAlias("1", Map.of("3", 0.4), "made by hand");
    var restored = rollback.run(RestoreAlias::new, state(Optional.empty(), ALARM));
    assertThat(restored.restored().map(Restored::stable)).contains(ONE);
    assertThat(weights()).isEqualTo(AliasWeights.all(ONE));
  }

  @Test
  void writesNothingWhenThereIsNothingToDo() {
    var restored =
        rollback.run(RestoreAlias::new, state(Optional.empty(), ALARM)).restored().orElseThrow();
    assertThat(restored.changed()).isFalse();
    assertThat(rollback.bench.lambda.count("updateAlias")).isZero();
  }
}

package ai.myrecruiter.picasso.local.alias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.local.lambda.TestLambda;
import ai.myrecruiter.picasso.local.rollout.TaskBench;
import ai.myrecruiter.picasso.tasks.alias.AliasMoved;
import ai.myrecruiter.picasso.tasks.alias.AliasState;
import ai.myrecruiter.picasso.tasks.alias.AliasTarget;
import ai.myrecruiter.picasso.tasks.alias.WeightedAlias;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import ai.myrecruiter.picasso.workflows.rollout.AliasMemory;
import ai.myrecruiter.picasso.workflows.rollout.AliasWeights;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

final class WeightedAliasTest {
  private static final VersionNumber ONE = new VersionNumber(1);
  private static final VersionNumber TWO = new VersionNumber(2);
  private final TaskBench bench = new TaskBench();
  private final WeightedAlias alias =
      new WeightedAlias(bench.lambda.client(), TestLambda.CHAT, "live");

  @AfterEach
  void close() {
    bench.close();
  }

  private static AliasTarget tenth(long token) {
    return new AliasTarget(AliasWeights.split(ONE, TWO, 10), memory(token));
  }

  private static AliasMemory memory(long token) {
    return new AliasMemory(token, ONE, Optional.of(TWO), TaskBench.ID);
  }

  private void somebodyWrites(String description) {
    bench.moveAlias("1", Map.of(), description);
  }

  @Test
  void readsAnAliasThatNoRolloutWrote() {
    var state = alias.read();
    assertThat(state.weights()).isEqualTo(AliasWeights.all(ONE));
    assertThat(state.memory()).isEmpty();
    assertThat(state.revision()).isNotBlank();
  }

  @Test
  void readsWeightsAsPercentWithoutRoundingThem() {
    for (var weight : new double[] {0.001, 0.01, 0.07, 0.29, 0.5, 0.57, 0.999}) {
      bench.moveAlias("1", Map.of("2", weight), "");
      assertThat(alias.read().weights().percent())
          .isEqualTo(Double.parseDouble(String.valueOf(Math.round(weight * 1000) / 10.0)));
    }
  }

  /** CloudFormation and the console leave a routing entry of weight 0 behind. */
  @Test
  void readsAWeightOfZeroAsEverythingOnOneVersion() {
    bench.moveAlias("1", Map.of("2", 0.0), "");
    assertThat(alias.read().weights()).isEqualTo(AliasWeights.all(ONE));
  }

  @Test
  void writesWeightsAndMemoryAndReadsThemBack() {
    var after = alias.change(before -> tenth(7));
    assertThat(after).isEqualTo(bench.alias());
    assertThat(after.weights()).isEqualTo(AliasWeights.split(ONE, TWO, 10));
    assertThat(after.memory()).contains(memory(7));
    assertThat(bench.lambda.count("updateAlias")).isEqualTo(1);
  }

  @Test
  void writesNothingWhenTheAliasSaysItAlready() {
    var first = alias.change(before -> tenth(7));
    assertThat(alias.change(before -> tenth(7))).isEqualTo(first);
    assertThat(bench.lambda.count("updateAlias")).isEqualTo(1);
  }

  @Test
  void changesTheRevisionEvenWhenTheWeightsStay() {
    var first = alias.change(before -> tenth(7));
    var second = alias.change(before -> tenth(8));
    assertThat(second.weights()).isEqualTo(first.weights());
    assertThat(second.revision()).isNotEqualTo(first.revision());
  }

  @Test
  void asksTheDecisionAgainWhenSomebodyWroteInBetween() {
    var asked = new AtomicInteger();
    bench.lambda.before("updateAlias", () -> somebodyWrites("by hand"));
    var after =
        alias.change(before -> {
          asked.incrementAndGet();
          return tenth(7);
        });
    assertThat(asked).hasValue(2);
    assertThat(after.weights()).isEqualTo(AliasWeights.split(ONE, TWO, 10));
  }

  @Test
  void writesNothingWhenTheDecisionRefusesAtTheSecondReading() {
    bench.lambda.before("updateAlias", () -> somebodyWrites("by hand"));
    var asked = new AtomicInteger();
    assertThatThrownBy(() ->
            alias.change(before -> {
              if (asked.incrementAndGet() > 1) {
                throw new IllegalStateException("taken over");
              }
              return tenth(7);
            }))
        .hasMessage("taken over");
    assertThat(bench.alias().weights()).isEqualTo(AliasWeights.all(ONE));
  }

  @Test
  void givesUpNamingTheAliasWhenOthersWriteEachTime() {
    for (int attempt = 0; attempt < 5; attempt++) {
      var description = "writer " + attempt;
      bench.lambda.before("updateAlias", () -> somebodyWrites(description));
    }
    assertThatThrownBy(() -> alias.change(before -> tenth(7)))
        .isInstanceOf(AliasMoved.class)
        .hasMessageContaining("picasso-staging-chat:live was changed by somebody else at each of 5")
        .hasMessageContaining("find the other writer in CloudTrail");
    assertThat(bench.alias().weights()).isEqualTo(AliasWeights.all(ONE));
  }

  @Test
  void failsWhenTheAliasDoesNotSayWhatWasWritten() {
    bench.lambda.after("updateAlias", () -> somebodyWrites("by hand"));
    assertThatThrownBy(() -> alias.change(before -> tenth(7)))
        .isInstanceOf(AliasMoved.class)
        .hasMessageContaining("after")
        .hasMessageContaining("Somebody else writes it");
  }

  @Test
  void findsItsOwnWriteAgainWhenTheAnswerWasLost() {
    bench.lambda.loseAnswerOf("updateAlias");
    assertThatThrownBy(() -> alias.change(before -> tenth(7)))
        .isInstanceOf(SdkClientException.class);
    var written = bench.alias();
    assertThat(alias.change(before -> tenth(7))).isEqualTo(written);
    assertThat(bench.lambda.count("updateAlias")).isEqualTo(1);
  }

  @Test
  void anOldReadingCannotBeWritten() {
    AliasState[] stale = new AliasState[1];
    alias.change(before -> {
      stale[0] = before;
      return tenth(7);
    });
    assertThatThrownBy(() ->
            bench.stage.client.updateAlias(update ->
                update
                    .functionName(TestLambda.CHAT)
                    .name("live")
                    .functionVersion("2")
                    .revisionId(stale[0].revision())))
        .hasMessageContaining("RevisionId");
    assertThat(bench.alias().weights()).isEqualTo(AliasWeights.split(ONE, TWO, 10));
  }

  @Test
  void saysWhichAliasIsMissing() {
    var missing = new WeightedAlias(bench.lambda.client(), TestLambda.CHAT, "canary");
    assertThatThrownBy(missing::read)
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageContaining("canary");
  }
}

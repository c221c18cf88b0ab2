package ai.myrecruiter.picasso.workflows.rollout;

import static ai.myrecruiter.picasso.workflows.rollout.Rollouts.THREE;
import static ai.myrecruiter.picasso.workflows.rollout.Rollouts.TWO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class AliasWeightsTest {
  @Test
  void givesLambdaSharesWithoutBinaryNoise() {
    assertThat(AliasWeights.split(TWO, THREE, 7).additionalVersionWeights())
        .isEqualTo(Map.of("3", 0.07));
    assertThat(AliasWeights.split(TWO, THREE, 0.1).additionalVersionWeights())
        .isEqualTo(Map.of("3", 0.001));
    assertThat(AliasWeights.split(TWO, THREE, 2.3).additionalVersionWeights())
        .isEqualTo(Map.of("3", 0.023));
    assertThat(AliasWeights.all(TWO).additionalVersionWeights()).isEmpty();
  }

  @Test
  void knowsTheShareOfEachVersion() {
    var split = AliasWeights.split(TWO, THREE, 10);
    assertThat(split.percentOn(TWO)).isEqualTo(90);
    assertThat(split.percentOn(THREE)).isEqualTo(10);
    assertThat(split.percentOn(new VersionNumber(4))).isZero();
    assertThat(split.isSplit()).isTrue();
    assertThat(AliasWeights.all(TWO).percentOn(TWO)).isEqualTo(100);
    assertThat(AliasWeights.all(TWO).isSplit()).isFalse();
  }

  @Test
  void readsBackFromJson() {
    for (var weights :
        new AliasWeights[] {AliasWeights.split(TWO, THREE, 10), AliasWeights.all(TWO)}) {
      assertThat(Contracts.read(Contracts.write(weights), AliasWeights.class)).isEqualTo(weights);
    }
  }

  @Test
  void cannotHoldAnIllegalSplit() {
    for (var percent : new double[] {0, 100, -1, Double.NaN}) {
      assertThatThrownBy(() -> AliasWeights.split(TWO, THREE, percent))
          .isInstanceOf(InvalidInput.class);
    }
    assertThatThrownBy(() -> AliasWeights.split(TWO, TWO, 5)).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> new AliasWeights(TWO, Optional.empty(), 5))
        .isInstanceOf(InvalidInput.class);
  }
}

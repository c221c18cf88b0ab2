package ai.myrecruiter.picasso.tasks.rollback;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.tasks.alias.AliasState;
import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import ai.myrecruiter.picasso.workflows.rollback.RollbackTrigger;
import ai.myrecruiter.picasso.workflows.rollout.AliasMemory;
import ai.myrecruiter.picasso.workflows.rollout.AliasWeights;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where the aliases of a release of two functions go. */
final class DirectionTest {
  private static final VersionNumber ONE = new VersionNumber(1);
  private static final VersionNumber TWO = new VersionNumber(2);
  private static final RolloutId OURS = new RolloutId("ours");
  private static final RolloutId OTHERS = new RolloutId("others");

  private static RollbackState state(Optional<RolloutId> rollout, boolean owned) {
    return new RollbackState(
        Environment.STAGING,
        "chat",
        "live",
        rollout,
        new RollbackTrigger.Person("bob", "worse"),
        owned
            ? Optional.of(new RollbackState.Owner(OURS, 9, "arn:of:execution"))
            : Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of("streaming"));
  }

  private static AliasState under(RolloutId rollout) {
    return new AliasState(
        "r",
        AliasWeights.split(ONE, TWO, 10),
        Optional.of(new AliasMemory(5, ONE, Optional.of(TWO), rollout, Optional.empty())));
  }

  private static AliasState released(RolloutId rollout) {
    return new AliasState(
        "r",
        AliasWeights.all(TWO),
        Optional.of(new AliasMemory(5, TWO, Optional.empty(), rollout, Optional.of(ONE))));
  }

  private static Direction direction(AliasState chat, AliasState streaming) {
    return new Direction(
        state(Optional.of(OURS), true), Map.of("chat", chat, "streaming", streaming));
  }

  private static AliasWeights weights(Direction direction, AliasState alias) {
    return direction.target(alias).weights();
  }

  @Test
  void aReleaseWhoseEveryAliasIsReleasedStays() {
    var direction = direction(released(OURS), released(OURS));
    assertThat(direction.isKnown()).isTrue();
    var target = direction.target(released(OURS));
    assertThat(target.weights()).isEqualTo(AliasWeights.all(TWO));
    assertThat(target.memory().previous()).as("it may be asked again").contains(ONE);
  }

  @Test
  void aReleaseThatIsHalfReleasedGoesBackAsAWhole() {
    var direction = direction(released(OURS), under(OURS));
    assertThat(weights(direction, released(OURS))).isEqualTo(AliasWeights.all(ONE));
    assertThat(weights(direction, under(OURS))).isEqualTo(AliasWeights.all(ONE));
    assertThat(direction.target(released(OURS)).memory().previous()).isEmpty();
  }

  @Test
  void whoRepeatsTheDecisionInTheMiddleComesToTheSame() {
    var back =
        new AliasState(
            "r2",
            AliasWeights.all(ONE),
            Optional.of(direction(released(OURS), under(OURS)).target(under(OURS)).memory()));
    assertThat(weights(direction(released(OURS), back), released(OURS)))
        .isEqualTo(AliasWeights.all(ONE));
  }

  @Test
  void anAliasThatCannotBeReadDecidesOnlyWhileAllOthersAreReleased() {
    var state = state(Optional.of(OURS), true);
    assertThat(new Direction(state, Map.of("chat", released(OURS))).isKnown()).isFalse();
    assertThat(new Direction(state, Map.of("chat", under(OURS))).isKnown()).isTrue();
    assertThat(new Direction(state, Map.of()).isKnown()).isTrue();
  }

  @Test
  void anotherRolloutsAliasIsForeignOnlyToWhoTookNothingOver() {
    var alias = under(OTHERS);
    var asked = new Direction(state(Optional.of(OURS), false), Map.of("chat", alias));
    assertThat(asked.isForeign(alias)).isTrue();
    assertThat(asked.isForeign(under(OURS))).isFalse();
    assertThat(asked.isForeign(released(OTHERS))).isFalse();
    var owner = new Direction(state(Optional.of(OURS), true), Map.of("chat", alias));
    assertThat(owner.isForeign(alias)).isFalse();
    var anybody = new Direction(state(Optional.empty(), false), Map.of("chat", alias));
    assertThat(anybody.isForeign(alias)).isFalse();
    assertThat(anybody.target(alias).weights()).isEqualTo(AliasWeights.all(ONE));
  }

  @Test
  void anAliasThatRemembersNothingKeepsItsPrimaryVersion() {
    var alias = new AliasState("r", AliasWeights.split(ONE, TWO, 10), Optional.empty());
    var target = direction(alias, under(OURS)).target(alias);
    assertThat(target.weights()).isEqualTo(AliasWeights.all(ONE));
    assertThat(target.memory().rollout()).isEqualTo(OURS);
    assertThat(target.memory().token()).as("the owner's").isEqualTo(9);
  }
}

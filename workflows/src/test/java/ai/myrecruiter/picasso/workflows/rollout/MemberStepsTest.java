package ai.myrecruiter.picasso.workflows.rollout;

import static ai.myrecruiter.picasso.workflows.rollout.Rollouts.ARN;
import static ai.myrecruiter.picasso.workflows.rollout.Rollouts.THREE;
import static ai.myrecruiter.picasso.workflows.rollout.Rollouts.TWO;
import static ai.myrecruiter.picasso.workflows.rollout.Rollouts.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How the versions of several functions become known. */
final class MemberStepsTest {
  private static final VersionNumber SEVEN = new VersionNumber(7);
  private static final VersionNumber EIGHT = new VersionNumber(8);

  private static Rollout preflighting() {
    var request =
        Rollouts.request()
            .together(
                List.of(FunctionRelease.ofCode("streaming"), FunctionRelease.ofCode("third")));
    return Rollout.accepted(request, ARN, 7, at(0)).preflighting(at(1));
  }

  private static Rollout publishing() {
    return new MemberSteps(preflighting()).publishing(List.of(TWO, SEVEN, TWO), at(2));
  }

  private static List<String> functions(Rollout rollout) {
    return rollout.members().stream().map(Member::function).toList();
  }

  @Test
  void givesEachFunctionItsOwnVersionInTheOrderOfTheRelease() {
    var rollout = new MemberSteps(publishing()).published(List.of(THREE, EIGHT, THREE), at(3));
    assertThat(rollout.members())
        .extracting(member -> member.stable().orElseThrow())
        .containsExactly(TWO, SEVEN, TWO);
    assertThat(rollout.members())
        .extracting(member -> member.candidate().orElseThrow())
        .containsExactly(THREE, EIGHT, THREE);
    assertThat(rollout.stable()).contains(TWO);
    assertThat(rollout.candidate()).contains(THREE);
  }

  @Test
  void lessACompanionWithNothingNewTheReleaseGoesOn() {
    var rollout = new MemberSteps(publishing()).published(List.of(THREE, SEVEN, THREE), at(3));
    assertThat(functions(rollout)).containsExactly("picasso-staging-chat", "third");
    assertThat(rollout.timeline().entries().getLast().sentence())
        .startsWith("Candidate: ")
        .endsWith("; nothing new in streaming");
  }

  @Test
  void neverDropsTheFirstFunction() {
    var rollout = new MemberSteps(publishing()).published(List.of(TWO, EIGHT, TWO), at(3));
    assertThat(functions(rollout)).containsExactly("picasso-staging-chat", "streaming");
  }

  @Test
  void changesNothingWhenTheVersionsAreKnownAlready() {
    var once = new MemberSteps(publishing()).published(List.of(THREE, SEVEN, THREE), at(3));
    assertThat(new MemberSteps(once).published(List.of(THREE, SEVEN, THREE), at(9))).isSameAs(once);
  }

  @Test
  void refusesAnotherNumberOfVersionsThanOfFunctions() {
    assertThatThrownBy(() -> new MemberSteps(preflighting()).publishing(List.of(TWO), at(2)))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("must be one for each of the 3 functions");
    assertThatThrownBy(() -> new MemberSteps(publishing()).published(List.of(THREE), at(3)))
        .isInstanceOf(InvalidInput.class);
  }

  @Test
  void refusesCandidatesBeforeThePreflightHasPassed() {
    assertThatThrownBy(
            () -> new MemberSteps(preflighting()).published(List.of(THREE, EIGHT, THREE), at(3)))
        .isInstanceOf(IllegalTransition.class);
  }
}

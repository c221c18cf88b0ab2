package ai.myrecruiter.picasso.workflows.rollout;

import static ai.myrecruiter.picasso.workflows.rollout.Rollouts.THREE;
import static ai.myrecruiter.picasso.workflows.rollout.Rollouts.TWO;
import static ai.myrecruiter.picasso.workflows.rollout.Rollouts.accepted;
import static ai.myrecruiter.picasso.workflows.rollout.Rollouts.at;
import static ai.myrecruiter.picasso.workflows.rollout.Rollouts.baking;
import static ai.myrecruiter.picasso.workflows.rollout.Rollouts.observing;
import static ai.myrecruiter.picasso.workflows.rollout.Rollouts.outcome;
import static ai.myrecruiter.picasso.workflows.rollout.Rollouts.published;
import static ai.myrecruiter.picasso.workflows.rollout.Rollouts.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import ai.myrecruiter.picasso.workflows.judge.Block;
import ai.myrecruiter.picasso.workflows.judge.Counts;
import ai.myrecruiter.picasso.workflows.judge.Criteria;
import ai.myrecruiter.picasso.workflows.judge.CumulativeCounts;
import ai.myrecruiter.picasso.workflows.judge.ErrorProcess;
import ai.myrecruiter.picasso.workflows.judge.Judge;
import ai.myrecruiter.picasso.workflows.judge.JudgeState;
import ai.myrecruiter.picasso.workflows.judge.Tally;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

final class RolloutTest {
  @Test
  void goesFromAcceptanceToCompletion() {
    var rollout = baking().closing(at(60)).completed(outcome(Ending.PROMOTED), at(70));
    assertThat(rollout.status()).isEqualTo(RolloutStatus.COMPLETED);
    assertThat(rollout.progress().weight()).isEqualTo(100);
    assertThat(rollout.outcome()).contains(outcome(Ending.PROMOTED));
    assertThat(rollout.timeline().entries())
        .extracting(TimelineEntry::status)
        .startsWith(RolloutStatus.ACCEPTED, RolloutStatus.PREFLIGHT, RolloutStatus.PUBLISHING)
        .endsWith(RolloutStatus.BAKING, RolloutStatus.CLOSING, RolloutStatus.COMPLETED);
    assertThat(rollout.timeline().entries().getFirst().sentence())
        .isEqualTo(
            "ana started the rollout of picasso-staging-chat:live in staging with plan"
                + " three-stages");
  }

  @Test
  void keepsTheWeightOfItsStage() {
    assertThat(observing(1).progress())
        .isEqualTo(new Progress(RolloutStatus.OBSERVING, 1, 10, at(21)));
    assertThat(observing(1).stage().orElseThrow().name()).isEqualTo("tenth");
    assertThat(observing(1).watch()).isEqualTo(observing(1).stage().map(s -> s.watch()));
    assertThat(baking().progress().weight()).isEqualTo(95);
    assertThat(baking().stage()).isEmpty();
    assertThat(baking().watch().orElseThrow().name()).isEqualTo("bake");
    assertThat(published().watch()).isEmpty();
  }

  /** Every step, made twice in a row, leaves the record of the first time. */
  @Test
  void changesNothingWhenAStepIsMadeAgain() {
    var twice =
        List.<Step>of(
            new Step(accepted(), r -> r.noted("a warning", at(99))),
            new Step(accepted(), r -> r.preflighting(at(99))),
            new Step(accepted().preflighting(at(1)), r -> r.publishing(TWO, at(99))),
            new Step(
                accepted().preflighting(at(1)).publishing(TWO, at(2)),
                r -> r.published(THREE, at(99))),
            new Step(
                published(),
                r -> r.awaiting(question("first", ApprovalReason.BEFORE_STAGE), at(99))),
            new Step(published(), r -> r.shifting(0, at(99))),
            new Step(observing(0), r -> r.shifting(1, at(99))),
            new Step(observing(0).shifting(1, at(30)), r -> r.observing(at(99))),
            new Step(observing(2), r -> r.promoting(at(99))),
            new Step(observing(2).promoting(at(40)), r -> r.baking(at(99))),
            new Step(baking(), r -> r.closing(at(99))),
            new Step(baking().closing(at(60)), r -> r.completed(outcome(Ending.PROMOTED), at(99))),
            new Step(published(), r -> r.refused(outcome(Ending.REFUSED), at(99))),
            new Step(observing(1), r -> r.rollingBack(8, "alarm", at(99))),
            new Step(rollingBack(), r -> r.rolledBack(outcome(Ending.ROLLED_BACK), at(99))),
            new Step(rollingBack(), r -> r.rollbackFailed("no alias", at(99))));
    for (var step : twice) {
      var once = step.made.apply(step.before);
      assertThat(once).isNotEqualTo(step.before);
      assertThat(step.made.apply(once)).isEqualTo(once);
    }
  }

  /** A task that lost its answer makes all its steps again. */
  @Test
  void changesNothingWhenATasksStepsAreMadeAgain() {
    var preflighted = accepted().preflighting(at(1)).publishing(TWO, at(2));
    assertThat(preflighted.preflighting(at(9)).publishing(TWO, at(9))).isEqualTo(preflighted);
    assertThat(published().preflighting(at(9))).isEqualTo(published());
    assertThat(observing(1).shifting(1, at(99)).observing(at(99))).isEqualTo(observing(1));
    assertThat(baking().promoting(at(99)).baking(at(99))).isEqualTo(baking());
  }

  @Test
  void refusesAStageThatIsNotNext() {
    refuses("PUBLISHING cannot become SHIFTING; stage 1", () -> published().shifting(1, at(9)));
    refuses("OBSERVING cannot become SHIFTING; stage 0", () -> observing(1).shifting(0, at(9)));
    refuses("OBSERVING cannot become SHIFTING; stage 3", () -> observing(2).shifting(3, at(9)));
    refuses(
        "SHIFTING cannot become SHIFTING; stage 1",
        () -> published().shifting(0, at(9)).shifting(1, at(9)));
    refuses("BAKING cannot become SHIFTING; stage 0", () -> baking().shifting(0, at(9)));
  }

  @Test
  void refusesToShiftBeforeTheVersionsAreKnown() {
    var rollout = accepted().preflighting(at(1)).publishing(TWO, at(2));
    refuses("its versions are not known", () -> rollout.shifting(0, at(3)));
  }

  @Test
  void refusesToPromoteBeforeTheLastStageAndToCloseBeforeThePromotion() {
    refuses("stages are left", () -> observing(1).promoting(at(9)));
    var held = observing(2).awaiting(question("half", ApprovalReason.HELD), at(30));
    refuses("it was not promoted", () -> held.closing(at(31)));
    var heldBake = baking().awaiting(question("bake", ApprovalReason.HELD), at(60));
    refuses("it was promoted before", () -> heldBake.promoting(at(61)));
    assertThat(held.promoting(at(31)).status()).isEqualTo(RolloutStatus.PROMOTING);
    assertThat(heldBake.closing(at(61)).status()).isEqualTo(RolloutStatus.CLOSING);
  }

  @Test
  void isRefusedOnlyWhileTheAliasIsUntouched() {
    var asked = published().awaiting(question("first", ApprovalReason.BEFORE_STAGE), at(9));
    assertThat(asked.refused(outcome(Ending.REFUSED), at(10)).approval()).isEmpty();
    var later = observing(0).awaiting(question("tenth", ApprovalReason.BEFORE_STAGE), at(30));
    refuses("the alias was touched", () -> later.refused(outcome(Ending.REFUSED), at(31)));
  }

  @Test
  void asksAPersonAndForgetsTheQuestionWhenItGoesOn() {
    var question = question("tenth", ApprovalReason.BEFORE_STAGE);
    var asked = observing(0).awaiting(question, at(30));
    assertThat(asked.approval()).contains(question);
    assertThat(asked.timeline().entries().getLast().sentence())
        .isEqualTo("tenth needs consent; waiting for a person until 2026-11-02T09:00:00Z");
    assertThat(asked.shifting(1, at(31)).approval()).isEmpty();
    assertThat(asked.rollingBack(8, "rejected", at(31)).approval()).isEmpty();
    assertThat(asked.answered("ben approved", at(31)).approval()).isEmpty();
    assertThat(asked.answered("ben approved", at(31)).status())
        .isEqualTo(RolloutStatus.AWAITING_APPROVAL);
  }

  @Test
  void replacesTheTokenWhenTheQuestionIsAskedAnew() {
    var asked = observing(0).awaiting(question("tenth", ApprovalReason.BEFORE_STAGE), at(30));
    var other = question("tenth", ApprovalReason.HELD);
    assertThat(asked.awaiting(other, at(31)).approval()).contains(other);
    assertThat(asked.awaiting(other, at(31)).progress()).isEqualTo(asked.progress());
  }

  @Test
  void countsALookOnce() {
    var rollout = observing(0);
    var judged =
        Judge.look(
                rollout.judge(),
                "look-1",
                CumulativeCounts.of(new Tally(900, 1), new Tally(100, 0)),
                Criteria.of(rollout.plan(), TWO, THREE))
            .state();
    var looked = rollout.looked(judged, "Nothing yet", at(30));
    assertThat(looked.judge()).isEqualTo(judged);
    assertThat(looked.looked(judged, "Nothing yet", at(31))).isSameAs(looked);
    assertThat(looked.shifting(1, at(32)).judge()).isEqualTo(judged.newStage());
    assertThat(looked.shifting(0, at(32)).judge()).isEqualTo(judged);
  }

  /**
   * A look before the first shift takes the old version's earlier requests out of the comparison.
   */
  @Test
  void looksBeforeItShifts() {
    var criteria = Criteria.of(published().plan(), TWO, THREE);
    var before = CumulativeCounts.of(new Tally(5_000, 400), Tally.NONE);
    var baseline = Judge.look(published().judge(), "shift-0", before, criteria).state();
    var shifted = published().looked(baseline, "From here", at(9)).shifting(0, at(9));
    var after = CumulativeCounts.of(new Tally(5_900, 401), new Tally(100, 4));
    var judged = Judge.look(shifted.judge(), "0-1", after, criteria).state();
    assertThat(judged.process()).isEqualTo(ErrorProcess.START.observe(new Block(900, 100, 1, 4)));
    assertThat(judged.stable().stage()).isEqualTo(new Counts(900, 1));
    assertThat(shifted.looked(baseline, "From here", at(10)).shifting(0, at(10)))
        .isEqualTo(shifted);
  }

  @Test
  void judgesTheBakeByItsOwnSample() {
    var last = observing(2);
    var judged =
        Judge.look(
                last.judge(),
                "look-1",
                CumulativeCounts.of(new Tally(500, 1), new Tally(500, 1)),
                Criteria.of(last.plan(), TWO, THREE))
            .state();
    var baking = last.looked(judged, "Fine", at(30)).promoting(at(40)).baking(at(50));
    assertThat(baking.judge()).isEqualTo(judged.newStage()).isNotEqualTo(judged);
  }

  @Test
  void refusesAnotherCandidate() {
    refuses("its candidate is decided", () -> observing(0).published(TWO, at(9)));
  }

  @Test
  void isTakenOverByANewerRollback() {
    var again = rollingBack().rollingBack(9, "a person", at(40));
    assertThat(again.fencingToken()).isEqualTo(9);
    assertThat(again.progress().since()).isEqualTo(rollingBack().progress().since());
    var failed = rollingBack().rollbackFailed("no alias", at(41));
    assertThat(failed.rollingBack(9, "again", at(42)).status())
        .isEqualTo(RolloutStatus.ROLLING_BACK);
  }

  @Test
  void endsOnlyWithTheEndingOfTheStep() {
    assertThatThrownBy(() -> rollingBack().rolledBack(outcome(Ending.PROMOTED), at(50)))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("must be ROLLED_BACK");
    assertThat(rollingBack().rolledBack(outcome(Ending.ROLLED_BACK), at(50)).progress().weight())
        .isZero();
  }

  @Test
  void tellsTheAliasWhatToRemember() {
    assertThat(memory(accepted())).isEmpty();
    assertThat(memory(observing(0)))
        .contains(new AliasMemory(7, TWO, Optional.of(THREE), new RolloutId("r-1")));
  }

  @Test
  void cannotHoldWeightWithoutVersionsOrAStageThatDoesNotExist() {
    var r = accepted();
    var weighed = new Progress(RolloutStatus.SHIFTING, 0, 1, at(1));
    assertThatThrownBy(() -> with(r, weighed, Optional.empty())).isInstanceOf(InvalidInput.class);
    var beyond = new Progress(RolloutStatus.SHIFTING, 4, 1, at(1));
    assertThatThrownBy(() -> with(r, beyond, Optional.of(TWO))).isInstanceOf(InvalidInput.class);
  }

  private static Rollout with(Rollout r, Progress progress, Optional<VersionNumber> version) {
    return new Rollout(
        r.request(),
        r.startedAt(),
        r.executionArn(),
        r.fencingToken(),
        version,
        version,
        progress,
        Optional.empty(),
        JudgeState.START,
        r.firstFaultAt(),
        r.timeline(),
        Optional.empty(),
        List.of());
  }

  private static Optional<AliasMemory> memory(Rollout rollout) {
    return rollout.memory(rollout.members().getFirst());
  }

  private static Rollout rollingBack() {
    return observing(1).rollingBack(8, "alarm", at(30));
  }

  private static void refuses(String why, ThrowingCallable step) {
    assertThatThrownBy(step).isInstanceOf(IllegalTransition.class).hasMessageContaining(why);
  }

  private record Step(Rollout before, UnaryOperator<Rollout> made) {}
}

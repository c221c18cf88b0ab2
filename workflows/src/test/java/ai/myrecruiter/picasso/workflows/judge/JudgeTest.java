package ai.myrecruiter.picasso.workflows.judge;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.workflows.Verdict;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import ai.myrecruiter.picasso.workflows.plan.Plans;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class JudgeTest {
  private static final Criteria CRITERIA =
      new Criteria(new VersionNumber(2), new VersionNumber(3), new AlphaSpending(0.01), 5);

  @Test
  void failsANewVersionThatFailsMoreOften() {
    var judgement = judge(900, 1, 100, 4);
    var test = judgement.tests().getFirst();
    assertThat(judgement.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(test.value()).isGreaterThan(test.limit());
    assertThat(test.limit()).isEqualTo(250);
    assertThat(test.effect().orElseThrow()).isBetween(35.0, 40.0);
    assertThat(test.bounds()).isEqualTo(new OddsBounds(Optional.of(1.0), Optional.empty()));
    assertThat(test.sentence())
        .isEqualTo(
            "Errors: version 3 fails more often than version 2 (e = 278, limit 250): 4 errors in"
                + " 100 requests, version 2 1 in 900. Odds ratio 37.5, surely above 1; 3.9 bad"
                + " requests above version 2's rate.");
  }

  @Test
  void saysSoWhenTheOldVersionNeverFailed() {
    var test = judge(900, 0, 100, 30).tests().getFirst();
    assertThat(test.effect()).isEmpty();
    assertThat(test.value()).isFinite();
    assertThat(test.sentence())
        .contains("(e = over a million, limit 250)")
        .contains("Version 2 did not fail once: no odds ratio, surely above 30; 30 bad");
  }

  @Test
  void staysFailedOnceItHasFailed() {
    var failed = judge(900, 0, 100, 4).state();
    var diluted =
        Judge.look(
            failed,
            "2",
            CumulativeCounts.of(new Tally(90_000, 900), new Tally(10_000, 4)),
            CRITERIA);
    assertThat(diluted.state().process().logE()).isNegative();
    assertThat(diluted.verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void passesANewVersionOnceItCouldHaveSeenTheTarget() {
    var judgement = judge(90_000, 90, 10_000, 9);
    assertThat(judgement.verdict()).isEqualTo(Verdict.PASS);
    var test = judgement.tests().getFirst();
    assertThat(test.clearedDownTo().orElseThrow()).isBetween(2.5, 3.5);
    assertThat(test.sentence())
        .startsWith("No evidence against version 3 (e = 0.")
        .contains("9 errors in 10,000 requests, version 2 90 in 90,000.")
        .containsPattern("Cleared down to x [23]\\.[0-9]; the plan asks for x 5\\.$");
  }

  @Test
  void decidesNothingWhileTooLittleWouldHaveShown() {
    var judgement = judge(9_000, 9, 1_000, 1);
    assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(judgement.tests().getFirst().sentence())
        .containsPattern("Only x [0-9.]+ or more would have shown; the plan asks for x 5\\.$");
  }

  @Test
  void decidesNothingWithoutErrors() {
    var judgement = judge(9_000_000, 0, 1_000_000, 0);
    assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(judgement.hasData()).isTrue();
    assertThat(judgement.tests().getFirst().sentence())
        .endsWith("Too few errors on either side to compare.");
  }

  @Test
  void neverPassesWithoutNewRequests() {
    var judgement = judge(9_000_000, 900_000, 0, 0);
    assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(judgement.hasData()).isFalse();
    assertThat(judgement.tests().getFirst().sentence())
        .isEqualTo(
            "No verdict: in this stage version 3 has served 0 requests, version 2 9,000,000.");
  }

  @Test
  void neverPassesWithoutMetrics() {
    var passed = judge(90_000, 90, 10_000, 9).state();
    var missing =
        Judge.look(
            passed,
            "2",
            new CumulativeCounts(
                Optional.of(Reading.of(new Tally(90_000, 90))), Optional.empty(), Optional.empty()),
            CRITERIA);
    assertThat(missing.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(missing.hasData()).isFalse();
    assertThat(Judge.judgement(JudgeState.START, CRITERIA).tests().getFirst().sentence())
        .isEqualTo("No verdict: the metrics of both versions are not there yet.");
  }

  @Test
  void judgesAStageByItsOwnSample() {
    var passed = judge(90_000, 90, 10_000, 9).state();
    assertThat(Judge.judgement(passed, CRITERIA).verdict()).isEqualTo(Verdict.PASS);
    assertThat(Judge.judgement(passed.newStage(), CRITERIA).verdict())
        .isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void givesTheSameJudgementForARepeatedLook() {
    var first = judge(90_000, 90, 10_000, 9);
    var again =
        Judge.look(
            first.state(),
            "1",
            CumulativeCounts.of(new Tally(95_000, 99), new Tally(11_000, 99)),
            CRITERIA);
    assertThat(again).isEqualTo(first);
    assertThat(Contracts.write(again)).isEqualTo(Contracts.write(first));
  }

  @Test
  void readsBackFromJson() {
    for (var judgement : new Judgement[] {judge(900, 0, 100, 30), judge(0, 0, 0, 0)}) {
      assertThat(Contracts.read(Contracts.write(judgement), Judgement.class)).isEqualTo(judgement);
    }
  }

  @Test
  void takesItsCriteriaFromThePlan() {
    var criteria = Criteria.of(Plans.threeStages(), new VersionNumber(2), new VersionNumber(3));
    assertThat(criteria.targetEffect()).isEqualTo(3);
    assertThat(criteria.spending()).isEqualTo(new AlphaSpending(0.01));
  }

  private static Judgement judge(long nA, long eA, long nB, long eB) {
    return Judge.look(
        JudgeState.START, "1", CumulativeCounts.of(new Tally(nA, eA), new Tally(nB, eB)), CRITERIA);
  }
}

package ai.myrecruiter.picasso.workflows.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.myrecruiter.picasso.workflows.Verdict;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ErrorObjectiveTest {
  private static final Criteria CRITERIA =
      new Criteria(
          new VersionNumber(2),
          new VersionNumber(3),
          new AlphaSpending(0.01),
          3,
          Optional.of(0.01));

  /** By hand: 2 of 100 fail, p* is 1 %, tried are 2, 5, 10, 25, 50 and 90 %. */
  @Test
  void averagesLikelihoodRatiosAgainstTheObjective() {
    var expected =
        List.of(0.02, 0.05, 0.1, 0.25, 0.5, 0.9).stream()
            .mapToDouble(p -> Math.pow(p / 0.01, 2) * Math.pow((1 - p) / 0.99, 98))
            .average()
            .orElseThrow();
    var objective = new ErrorObjective(new Counts(100, 2), 0, false);
    assertThat(objective.logE(0.01)).isCloseTo(Math.log(expected), within(1e-10));
  }

  @Test
  void hasMeanAtMostOneWhileTheObjectiveIsKept() {
    for (var rate : List.of(0.002, 0.01)) {
      var mean = 0.0;
      for (var errors = 0; errors <= 200; errors++) {
        mean +=
            Math.exp(
                LogBinomial.of(errors, 200, rate)
                    + new ErrorObjective(new Counts(200, errors), 0, false).logE(0.01));
      }
      assertThat(mean).isLessThanOrEqualTo(1 + 1e-9);
    }
  }

  @Test
  void failsAVersionThatBreaksItEvenWithoutTrafficOnTheOld() {
    var judgement = judge(JudgeState.START, "1", 0, 0, 1_000, 100);
    var test = judgement.tests().get(1);
    assertThat(test.name()).isEqualTo("objective");
    assertThat(test.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(test.limit()).isCloseTo(1 / 0.003, within(1e-9));
    assertThat(test.effect()).contains(0.1);
    assertThat(test.sentence())
        .isEqualTo(
            "Objective: version 3 fails more often than it may (e = over a million, limit 333):"
                + " 100 errors in 1,000 requests; the objective is 1 %.");
  }

  @Test
  void isMutedWhileTheOldVersionBreaksItToo() {
    var judgement = judge(JudgeState.START, "1", 10_000, 400, 1_000, 40);
    var test = judgement.tests().get(1);
    assertThat(test.verdict()).isEqualTo(Verdict.PASS);
    assertThat(test.sentence())
        .isEqualTo(
            "Objective: muted while version 2 itself breaks it. Version 3: 40 errors in 1,000"
                + " requests; the objective is 1 %.");
    assertThat(judgement.state().objective().heard()).isEqualTo(Counts.NONE);
  }

  /** Bursts that the few requests of the old version in a look do not always show. */
  @Test
  void doesNotBlameTheNewVersionForAnOutageOfBoth() {
    var state = judge(JudgeState.START, "0", 9_000, 45, 100, 0).state().newStage();
    for (var look = 1; look <= 20; look++) {
      state =
          judge(state, "look-" + look, 9_000 + 5L * look, 45 + look / 4, 100 + 95L * look, 8L * look)
              .state();
    }
    assertThat(state.objective().peakLogE()).isGreaterThan(Math.log(1 / 0.003));
    assertThat(Judge.judgement(state, CRITERIA).tests().get(1).verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void hearsAgainWhenTheOldVersionIsWell() {
    var sick = judge(JudgeState.START, "1", 1_000, 50, 100, 5).state().newStage();
    var well = judge(sick, "2", 5_000, 60, 1_100, 205);
    assertThat(well.state().objective().heard()).isEqualTo(new Counts(1_000, 200));
    assertThat(well.tests().get(1).verdict()).isEqualTo(Verdict.FAIL);
  }

  /** About 3.5/p* requests without an error, the rule of three and the price of looking often. */
  @Test
  void passesAStageWithoutAnyErrorWhenItsRateIsSurelyLow() {
    var thin = judge(JudgeState.START, "1", 40_000, 0, 330, 0);
    assertThat(thin.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(thin.tests().getFirst().sentence())
        .endsWith("Too few errors on either side to compare.");
    var enough = judge(JudgeState.START, "1", 40_000, 0, 350, 0);
    assertThat(enough.verdict()).isEqualTo(Verdict.PASS);
    assertThat(enough.tests().getFirst().sentence())
        .endsWith(
            "Too few errors to compare, but its rate is surely below the objective of 1 %.");
  }

  @Test
  void passesOnNothingButTheNewVersionsOwnRequests() {
    assertThat(judge(JudgeState.START, "1", 0, 0, 9_000, 0).verdict())
        .isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(judge(JudgeState.START, "1", 9_000, 0, 0, 0).verdict())
        .isEqualTo(Verdict.INCONCLUSIVE);
    var withoutObjective =
        new Criteria(new VersionNumber(2), new VersionNumber(3), new AlphaSpending(0.01), 3);
    var sums = CumulativeCounts.of(new Tally(90_000, 0), new Tally(90_000, 0));
    assertThat(Judge.look(JudgeState.START, "1", sums, withoutObjective).verdict())
        .isEqualTo(Verdict.INCONCLUSIVE);
  }

  private static Judgement judge(
      JudgeState state, String id, long nA, long eA, long nB, long eB) {
    return Judge.look(
        state, id, CumulativeCounts.of(new Tally(nA, eA), new Tally(nB, eB)), CRITERIA);
  }
}

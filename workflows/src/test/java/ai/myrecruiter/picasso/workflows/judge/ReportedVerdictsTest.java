package ai.myrecruiter.picasso.workflows.judge;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.workflows.Verdict;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import org.junit.jupiter.api.Test;

/** Verdicts that users of another canary judge reported as wrong, and what this one answers. */
final class ReportedVerdictsTest {
  private static final Criteria CRITERIA =
      new Criteria(new VersionNumber(1), new VersionNumber(2), new AlphaSpending(0.01), 3);

  /** Seven points of ten a hundred times worse (spinnaker 6278): counts decide, not points. */
  @Test
  void failsOnSevenPointsOfTenAHundredTimesWorse() {
    var state = JudgeState.START;
    long stableErrors = 0;
    long candidateErrors = 0;
    for (var point = 1; point <= 10; point++) {
      stableErrors += 1;
      candidateErrors += point <= 7 ? 100 : 1;
      state = look(state, point, stableErrors, candidateErrors);
    }
    assertThat(Judge.judgement(state, CRITERIA).verdict()).isEqualTo(Verdict.FAIL);
  }

  /** Errors 0, 1, 2, 1, 0, 0 against none (kayenta 426): four to none may be chance. */
  @Test
  void doesNotFailOnFourErrorsAgainstNone() {
    var errors = new long[] {0, 1, 2, 1, 0, 0};
    var state = JudgeState.START;
    long sum = 0;
    for (var point = 0; point < errors.length; point++) {
      sum += errors[point];
      state = look(state, point + 1, 0, sum);
    }
    var judgement = Judge.judgement(state, CRITERIA);
    assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(judgement.tests().getFirst().value()).isBetween(1.0, 16.0);
  }

  /** A thousand requests a point on each side. */
  private static JudgeState look(JudgeState state, int point, long stable, long candidate) {
    return state.look(
        "point-" + point,
        CumulativeCounts.of(
            new Tally(1_000L * point, stable), new Tally(1_000L * point, candidate)),
        CRITERIA);
  }
}

package ai.myrecruiter.picasso.workflows.judge;

import ai.myrecruiter.picasso.workflows.Verdict;
import ai.myrecruiter.picasso.workflows.judge.AlphaSpending.Spender;

/**
 * The test of errors: the e-process against its limit, and whether the stage could have seen
 * enough.
 */
final class ErrorTest {
  private ErrorTest() {}

  static TestResult judge(JudgeState state, Criteria criteria) {
    var alpha = criteria.spending().of(Spender.ERRORS);
    var cleared =
        MinimumDetectableEffect.of(state.stable().stage(), state.candidate().stage(), alpha);
    var verdict = Verdict.INCONCLUSIVE;
    if (state.peakLogE() >= Math.log(1 / alpha)) {
      verdict = Verdict.FAIL;
    } else if (state.complete() && cleared.filter(w -> w <= criteria.targetEffect()).isPresent()) {
      verdict = Verdict.PASS;
    }
    return new TestResult(
        "errors",
        verdict,
        LogSpace.exp(state.process().logE()),
        criteria.spending().limit(Spender.ERRORS),
        state.stable().used(),
        state.candidate().used(),
        state.odds().estimate(),
        OddsBounds.of(state.process(), alpha),
        criteria.targetEffect(),
        cleared,
        new ErrorSentence(state, criteria, cleared).of(verdict));
  }
}

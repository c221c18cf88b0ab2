package ai.myrecruiter.picasso.workflows.judge;

import ai.myrecruiter.picasso.workflows.Verdict;
import ai.myrecruiter.picasso.workflows.judge.AlphaSpending.Spender;
import java.util.Optional;

/**
 * The test of errors: the e-process against its limit, and whether the stage could have seen
 * enough. Where errors are too few to compare, the new version's error rate must surely be within
 * the objective: "no errors" is evidence of that much, and of no more.
 */
record ErrorTest(JudgeState state, Criteria criteria) {

  static TestResult judge(JudgeState state, Criteria criteria) {
    return new ErrorTest(state, criteria).result();
  }

  private TestResult result() {
    var alpha = criteria.spending().of(Spender.ERRORS);
    var cleared =
        MinimumDetectableEffect.of(state.stable().stage(), state.candidate().stage(), alpha);
    var verdict = verdict(alpha, cleared);
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
        state.process().nonInferiority(criteria.targetEffect()),
        new ErrorSentence(state, criteria, cleared).of(verdict));
  }

  private Verdict verdict(double alpha, Optional<Double> cleared) {
    if (state.peakLogE() >= StrictMath.log(1 / alpha)) {
      return Verdict.FAIL;
    }
    var shown = cleared.filter(w -> w <= criteria.targetEffect()).isPresent();
    return Judgement.hasData(state) && (shown || keepsObjective(state, criteria))
        ? Verdict.PASS
        : Verdict.INCONCLUSIVE;
  }

  /** Whether the new version's error rate in this stage is surely within the objective. */
  static boolean keepsObjective(JudgeState state, Criteria criteria) {
    return criteria
        .objective()
        .filter(objective ->
            ErrorObjective.logKept(state.candidate().stage(), objective)
                >= StrictMath.log(1 / ErrorObjective.DOUBT))
        .isPresent();
  }
}

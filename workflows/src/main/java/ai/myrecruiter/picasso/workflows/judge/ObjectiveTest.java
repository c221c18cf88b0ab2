package ai.myrecruiter.picasso.workflows.judge;

import static ai.myrecruiter.picasso.workflows.judge.Words.count;
import static ai.myrecruiter.picasso.workflows.judge.Words.evidence;
import static ai.myrecruiter.picasso.workflows.judge.Words.percent;

import ai.myrecruiter.picasso.workflows.Verdict;
import ai.myrecruiter.picasso.workflows.judge.AlphaSpending.Spender;
import java.util.Optional;

/**
 * The test of the absolute objective; it can stop a stage, and waits for data only. Where the old
 * version has served anything, it fails only what is also shown to be worse than the old version:
 * the smaller of two e-values is one for "it keeps the objective, or is no worse". An outage of
 * both is then never the new version's fault, however little traffic the old one has.
 */
record ObjectiveTest(JudgeState state, Criteria criteria, double objective) {

  static Optional<TestResult> judge(JudgeState state, Criteria criteria) {
    return criteria.objective().map(p -> new ObjectiveTest(state, criteria, p).result());
  }

  private TestResult result() {
    var limit = criteria.spending().limit(Spender.OBJECTIVE);
    var verdict = Judgement.guard(state, peak(), limit);
    var sample = state.candidate().used();
    return new TestResult(
        "objective",
        verdict,
        LogSpace.exp(present()),
        limit,
        state.stable().used(),
        sample,
        sample.requests() == 0 ? Optional.empty() : Optional.of(sample.errorRate()),
        OddsBounds.NONE,
        objective,
        Optional.empty(),
        Optional.empty(),
        sentence(verdict, limit));
  }

  private double peak() {
    return compared()
        ? Math.min(state.objective().peakLogE(), state.peakLogE())
        : state.objective().peakLogE();
  }

  private double present() {
    var own = state.objective().logE(objective);
    return compared() ? Math.min(own, state.process().logE()) : own;
  }

  private boolean compared() {
    return state.stable().used().requests() > 0;
  }

  private String sentence(Verdict verdict, double limit) {
    var sample = state.candidate().used();
    var served =
        "%s errors in %s requests; the objective is %s"
            .formatted(count(sample.errors()), count(sample.requests()), percent(objective));
    return switch (verdict) {
      case FAIL ->
          "Objective: version %s fails more often than it may (%s): %s."
              .formatted(
                  criteria.candidate(), evidence(peak(), limit), served);
      case PASS ->
          state.objective().muted()
              ? "Objective: muted while version %s itself breaks it. Version %s: %s."
                  .formatted(criteria.stable(), criteria.candidate(), served)
              : "Objective: not shown to be broken by version %s (%s): %s."
                  .formatted(
                      criteria.candidate(),
                      evidence(present(), limit),
                      served);
      case INCONCLUSIVE -> "Objective: no data of both versions in this stage yet.";
    };
  }
}

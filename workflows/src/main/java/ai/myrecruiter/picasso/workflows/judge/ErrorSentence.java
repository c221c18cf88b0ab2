package ai.myrecruiter.picasso.workflows.judge;

import ai.myrecruiter.picasso.workflows.Verdict;
import ai.myrecruiter.picasso.workflows.judge.AlphaSpending.Spender;
import java.util.Locale;
import java.util.Optional;

/** The error test's answer in words. */
record ErrorSentence(JudgeState state, Criteria criteria, Optional<Double> cleared) {

  String of(Verdict verdict) {
    return switch (verdict) {
      case FAIL -> fail();
      case PASS ->
          noEvidence()
              + " Cleared down to x %s; the plan asks for x %s."
                  .formatted(number(cleared.orElseThrow()), number(criteria.targetEffect()));
      case INCONCLUSIVE -> inconclusive();
    };
  }

  private String fail() {
    var bad = state.badRequests();
    return "Errors: version %s fails more often than version %s (e = %s, limit %s): %s. %s; %s bad requests above version %s's rate."
        .formatted(
            criteria.candidate(),
            criteria.stable(),
            number(LogSpace.exp(state.peakLogE())),
            limit(),
            samples(),
            effect(),
            number(bad.aboveOld()),
            criteria.stable());
  }

  private String effect() {
    var alpha = criteria.spending().of(Spender.ERRORS);
    var above =
        OddsBounds.of(state.process(), alpha)
            .atLeast()
            .map(w -> ", surely above " + number(w))
            .orElse("");
    return state
            .odds()
            .estimate()
            .map(w -> "Odds ratio " + number(w))
            .orElse("Version " + criteria.stable() + " did not fail once: no odds ratio")
        + above;
  }

  private String inconclusive() {
    if (!state.complete()) {
      return "No verdict: the metrics of both versions are not there yet.";
    }
    var newRequests = state.candidate().stage().requests();
    var oldRequests = state.stable().stage().requests();
    if (newRequests == 0 || oldRequests == 0) {
      return "No verdict: in this stage version %s has served %s requests, version %s %s."
          .formatted(
              criteria.candidate(), count(newRequests), criteria.stable(), count(oldRequests));
    }
    return noEvidence()
        + cleared
            .map(w ->
                " Only x %s or more would have shown; the plan asks for x %s."
                    .formatted(number(w), number(criteria.targetEffect())))
            .orElse(" Too few errors on either side to compare.");
  }

  private String noEvidence() {
    return "No evidence against version %s (e = %s of %s): %s."
        .formatted(
            criteria.candidate(), number(LogSpace.exp(state.process().logE())), limit(), samples());
  }

  private String samples() {
    var newSample = state.candidate().used();
    var oldSample = state.stable().used();
    return "%s errors in %s requests, version %s %s in %s"
        .formatted(
            count(newSample.errors()),
            count(newSample.requests()),
            criteria.stable(),
            count(oldSample.errors()),
            count(oldSample.requests()));
  }

  private String limit() {
    return number(criteria.spending().limit(Spender.ERRORS));
  }

  private static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** Two digits or so: more would claim a precision that no sample has. */
  private static String number(double value) {
    if (value >= 1e6) {
      return "over a million";
    }
    if (value > 0 && value < 0.01) {
      return "below 0.01";
    }
    var whole = value >= 100 || value == Math.rint(value);
    return String.format(Locale.ROOT, whole ? "%,.0f" : value >= 10 ? "%.1f" : "%.2g", value);
  }
}

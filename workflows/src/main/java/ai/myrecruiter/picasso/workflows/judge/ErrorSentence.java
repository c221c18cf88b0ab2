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
            state
                .odds()
                .estimate()
                .map(w -> "Odds ratio " + number(w))
                .orElse("Version " + criteria.stable() + " did not fail once"),
            number(bad.aboveOld()),
            criteria.stable());
  }

  private String inconclusive() {
    if (!state.complete()) {
      return "No verdict: the metrics of both versions are not there yet.";
    }
    if (state.candidate().stage().requests() == 0 || state.stable().stage().requests() == 0) {
      return "No verdict: version %s has served %,d requests of this stage, version %s %,d."
          .formatted(
              criteria.candidate(),
              state.candidate().stage().requests(),
              criteria.stable(),
              state.stable().stage().requests());
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
    return "%,d errors in %,d requests, version %s %,d in %,d"
        .formatted(
            state.candidate().used().errors(),
            state.candidate().used().requests(),
            criteria.stable(),
            state.stable().used().errors(),
            state.stable().used().requests());
  }

  private String limit() {
    return number(criteria.spending().limit(Spender.ERRORS));
  }

  private static String number(double value) {
    if (value >= 1e6) {
      return String.format(Locale.ROOT, "%.1e", value);
    }
    return String.format(
        Locale.ROOT, value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2g", value);
  }
}

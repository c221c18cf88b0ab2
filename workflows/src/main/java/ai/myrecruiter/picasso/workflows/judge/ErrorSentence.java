package ai.myrecruiter.picasso.workflows.judge;

import static ai.myrecruiter.picasso.workflows.judge.Words.count;
import static ai.myrecruiter.picasso.workflows.judge.Words.number;
import static ai.myrecruiter.picasso.workflows.judge.Words.percent;

import ai.myrecruiter.picasso.workflows.Verdict;
import ai.myrecruiter.picasso.workflows.judge.AlphaSpending.Spender;
import java.util.Optional;

/** The error test's answer in words. */
record ErrorSentence(JudgeState state, Criteria criteria, Optional<Double> cleared) {

  String of(Verdict verdict) {
    return switch (verdict) {
      case FAIL -> fail();
      case PASS -> noEvidence() + " " + pass();
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

  private String pass() {
    return cleared
        .filter(w -> w <= criteria.targetEffect())
        .map(w ->
            "Cleared down to x %s; the plan asks for x %s."
                .formatted(number(w), number(criteria.targetEffect())))
        .orElseGet(() ->
            "Too few errors to compare, but its rate is surely below the objective of %s."
                .formatted(percent(criteria.objective().orElseThrow())));
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
}

package ai.myrecruiter.picasso.workflows.judge;

import static ai.myrecruiter.picasso.workflows.judge.Words.evidence;

import ai.myrecruiter.picasso.workflows.Verdict;
import ai.myrecruiter.picasso.workflows.judge.AlphaSpending.Spender;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/** The test of throttles and dead letters; it can stop a stage, and waits for data only. */
record RefusalTest(JudgeState state, Criteria criteria) {

  static TestResult judge(JudgeState state, Criteria criteria) {
    return new RefusalTest(state, criteria).result();
  }

  private TestResult result() {
    var limit = criteria.spending().limit(Spender.THROTTLES);
    var verdict = Judgement.guard(state, state.refusals().peakLogE(), limit);
    var worst = worst();
    var part = state.refusals().parts().get(worst);
    return new TestResult(
        "throttles",
        verdict,
        LogSpace.exp(state.refusals().logE()),
        limit,
        part.stable().used(),
        part.candidate().used(),
        part.odds().estimate(),
        OddsBounds.of(part.process(), criteria.spending().of(Spender.THROTTLES)),
        criteria.targetEffect(),
        Optional.empty(),
        Optional.empty(),
        sentence(verdict, limit, worst == 0 ? "throttled" : "dead letters lost", part));
  }

  private int worst() {
    return IntStream.range(0, state.refusals().parts().size())
        .boxed()
        .max(Comparator.comparingDouble(i -> state.refusals().parts().get(i).process().logE()))
        .orElseThrow();
  }

  private String sentence(Verdict verdict, double limit, String what, Comparison part) {
    var samples =
        "%s %s"
            .formatted(
                what, Words.samples(part.candidate().used(), part.stable().used(), criteria));
    return switch (verdict) {
      case FAIL ->
          "Throttles: version %s is refused more often than version %s (%s): %s."
              .formatted(
                  criteria.candidate(),
                  criteria.stable(),
                  evidence(state.refusals().peakLogE(), limit),
                  samples);
      case PASS ->
          "Throttles: no evidence against version %s (%s): %s."
              .formatted(criteria.candidate(), evidence(state.refusals().logE(), limit), samples);
      case INCONCLUSIVE -> "Throttles: no data of both versions in this stage yet.";
    };
  }
}

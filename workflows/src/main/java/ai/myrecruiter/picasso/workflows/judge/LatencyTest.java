package ai.myrecruiter.picasso.workflows.judge;

import static ai.myrecruiter.picasso.workflows.judge.Words.evidence;
import static ai.myrecruiter.picasso.workflows.judge.Words.number;

import ai.myrecruiter.picasso.workflows.Verdict;
import ai.myrecruiter.picasso.workflows.judge.AlphaSpending.Spender;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The test of latency: a request slower than a threshold counts as an error, and the e-values of
 * all thresholds are averaged. It can stop a stage, and waits for durations only.
 */
record LatencyTest(JudgeState state, Criteria criteria) {

  static Optional<TestResult> judge(JudgeState state, Criteria criteria) {
    return state.thresholds().isEmpty()
        ? Optional.empty()
        : Optional.of(new LatencyTest(state, criteria).result());
  }

  private TestResult result() {
    var alpha = criteria.spending().of(Spender.LATENCY);
    var limit = criteria.spending().limit(Spender.LATENCY);
    var worst = worst();
    var part = state.latency().parts().get(worst);
    var timed = part.stable().stage().requests() > 0 && part.candidate().stage().requests() > 0;
    var guarded = Judgement.guard(state, state.latency().peakLogE(), limit);
    var verdict = guarded == Verdict.PASS && !timed ? Verdict.INCONCLUSIVE : guarded;
    return new TestResult(
        "latency",
        verdict,
        LogSpace.exp(state.latency().logE()),
        limit,
        part.stable().used(),
        part.candidate().used(),
        part.odds().estimate(),
        OddsBounds.of(part.process(), alpha),
        criteria.targetEffect(),
        cleared(alpha),
        part.process().nonInferiority(criteria.targetEffect()),
        sentence(verdict, limit, worst, part));
  }

  /** The threshold that says most against the new version. */
  private int worst() {
    return IntStream.range(0, state.thresholds().size())
        .boxed()
        .max(Comparator.comparingDouble(i -> state.latency().parts().get(i).process().logE()))
        .orElseThrow();
  }

  /** The smallest effect that any threshold would have shown in this stage. */
  private Optional<Double> cleared(double alpha) {
    return state.latency().parts().stream()
        .map(part ->
            MinimumDetectableEffect.of(part.stable().stage(), part.candidate().stage(), alpha))
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder());
  }

  private String sentence(Verdict verdict, double limit, int worst, Comparison part) {
    var samples =
        "slower than %s ms are %s"
            .formatted(
                Words.count(state.thresholds().get(worst)),
                Words.samples(part.candidate().used(), part.stable().used(), criteria));
    return switch (verdict) {
      case FAIL ->
          "Latency: version %s is slower than version %s (%s): %s%s."
              .formatted(
                  criteria.candidate(),
                  criteria.stable(),
                  evidence(state.latency().peakLogE(), limit),
                  samples,
                  part.odds().estimate().map(w -> "; odds ratio " + number(w)).orElse(""));
      case PASS ->
          "Latency: no evidence against version %s (%s): %s."
              .formatted(criteria.candidate(), evidence(state.latency().logE(), limit), samples);
      case INCONCLUSIVE -> "Latency: the durations of both versions are not there yet.";
    };
  }
}

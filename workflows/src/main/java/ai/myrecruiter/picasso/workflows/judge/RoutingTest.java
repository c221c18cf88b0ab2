package ai.myrecruiter.picasso.workflows.judge;

import static ai.myrecruiter.picasso.workflows.judge.Words.count;
import static ai.myrecruiter.picasso.workflows.judge.Words.evidence;
import static ai.myrecruiter.picasso.workflows.judge.Words.percent;

import ai.myrecruiter.picasso.workflows.Verdict;
import java.util.Optional;

/**
 * The test of the routing share. Where the router did not do what it was told, the versions' counts
 * cannot be compared: the answer is then INCONCLUSIVE, not FAIL, since that is no fault of the new
 * version.
 */
record RoutingTest(JudgeState state, Criteria criteria, double share) {

  /** Absent until the weight of the stage is known, which its first look says. */
  static Optional<TestResult> judge(JudgeState state, Criteria criteria) {
    return state
        .routing()
        .percent()
        .map(percent -> new RoutingTest(state, criteria, percent / 100).result());
  }

  private TestResult result() {
    var routing = state.routing();
    var requests = routing.stable() + routing.candidate();
    var limit = 1 / RoutingShare.ALPHA;
    var bad = routing.peakLogE() >= StrictMath.log(limit);
    return new TestResult(
        "routing",
        bad || !state.complete() ? Verdict.INCONCLUSIVE : Verdict.PASS,
        LogSpace.exp(routing.logE()),
        limit,
        new Counts(routing.stable(), 0),
        new Counts(routing.candidate(), 0),
        requests == 0 ? Optional.empty() : Optional.of((double) routing.candidate() / requests),
        OddsBounds.NONE,
        share,
        Optional.empty(),
        Optional.empty(),
        sentence(bad, limit));
  }

  private String sentence(boolean bad, double limit) {
    var routing = state.routing();
    var samples =
        "version %s got %s requests, version %s %s; set was %s"
            .formatted(
                criteria.candidate(),
                count(routing.candidate()),
                criteria.stable(),
                count(routing.stable()),
                percent(share));
    return bad
        ? "Routing: the traffic is not split as it was set, so the versions cannot be compared (%s): %s. Look for retries, direct calls of the function, and whoever else writes the alias."
            .formatted(evidence(routing.peakLogE(), limit), samples)
        : "Routing: as it was set (%s): %s.".formatted(evidence(routing.logE(), limit), samples);
  }
}

package ai.myrecruiter.picasso.workflows.judge;

import ai.myrecruiter.picasso.workflows.InvalidInput;
import java.util.List;
import java.util.Optional;

/**
 * All that the judge remembers of a rollout between looks.
 *
 * @param errors failed requests, over the whole rollout: one comparison
 * @param latency slow requests, over the whole rollout: a comparison for each threshold
 * @param refusals throttles and dead letters, over the whole rollout: two comparisons
 * @param objective the new version's errors against the plan's objective
 * @param routing the requests of the present stage by version
 * @param thresholds in milliseconds; known before the first shift, none without a latency test
 * @param looks how many looks have counted
 * @param lastLook id of the last look; the same look again counts no more
 * @param complete whether the last look had the metrics of both versions
 */
public record JudgeState(
    Comparisons errors,
    Comparisons latency,
    Comparisons refusals,
    ErrorObjective objective,
    RoutingShare routing,
    List<Long> thresholds,
    long looks,
    Optional<String> lastLook,
    boolean complete) {
  private static final int REFUSALS = 2;

  /** Before the first look, without a latency test. */
  public static final JudgeState START = start(List.of());

  /** Checks that there is a comparison for each threshold. */
  public JudgeState {
    thresholds = List.copyOf(thresholds);
    InvalidInput.unless(
        errors.parts().size() == 1
            && refusals.parts().size() == REFUSALS
            && latency.parts().size() == thresholds.size(),
        "$.thresholds",
        thresholds,
        "must have a latency comparison each, with one comparison of errors and two of refusals",
        "judge the rollout from its first look again");
  }

  /**
   * Before the first look.
   *
   * @param thresholds latency in milliseconds, 1 or more each, rising; none for no latency test
   */
  public static JudgeState start(List<Long> thresholds) {
    for (var i = 0; i < thresholds.size(); i++) {
      InvalidInput.unless(
          thresholds.get(i) > (i == 0 ? 0 : thresholds.get(i - 1)),
          "$.thresholds[" + i + "]",
          thresholds.get(i),
          "must be 1 or more milliseconds and above the one before it",
          "sort the thresholds and remove the doubles");
    }
    return new JudgeState(
        Comparisons.start(1),
        Comparisons.start(thresholds.size()),
        Comparisons.start(REFUSALS),
        ErrorObjective.START,
        RoutingShare.START,
        thresholds,
        0,
        Optional.empty(),
        false);
  }

  /**
   * The state at the start of a stage: what was learned stays, the stage's own counts begin anew.
   */
  public JudgeState newStage() {
    return new JudgeState(
        errors.newStage(),
        latency.newStage(),
        refusals.newStage(),
        objective,
        RoutingShare.START,
        thresholds,
        looks,
        lastLook,
        false);
  }

  /** The old version's requests and errors. */
  public Side stable() {
    return comparison().stable();
  }

  /** The new version's requests and errors. */
  public Side candidate() {
    return comparison().candidate();
  }

  /** The e-process of errors. */
  public ErrorProcess process() {
    return comparison().process();
  }

  /** Natural logarithm of the largest e-value of errors so far. */
  public double peakLogE() {
    return errors.peakLogE();
  }

  /** The estimate of the odds ratio of errors. */
  public OddsRatio odds() {
    return comparison().odds();
  }

  /** Bad requests of the new version served so far, by the last sums read. */
  public BadRequests badRequests() {
    return BadRequests.of(stable().seen(), candidate().seen());
  }

  /** The state after a look; the same state when that look has already counted. */
  JudgeState look(String lookId, CumulativeCounts sums, Criteria criteria) {
    if (lastLook.equals(Optional.of(lookId))) {
      return this;
    }
    if (!sums.complete()) {
      return seeing(lookId, sums);
    }
    var a = sums.stable().orElseThrow();
    var b = sums.candidate().orElseThrow();
    var before = comparison();
    var after = before.look(a.failed(), b.failed());
    var next = new Comparisons(List.of(after), Math.max(peakLogE(), after.process().logE()));
    return new JudgeState(
        next,
        latency.lookOfStage(a.slowed(thresholds.size()), b.slowed(thresholds.size())),
        refusals.look(a.refused(), b.refused()),
        criteria.objective().map(p -> objective.look(before, after, p)).orElse(objective),
        sums.weight().map(w -> routing.look(a.routed(), b.routed(), w)).orElse(routing),
        thresholds,
        looks + 1,
        Optional.of(lookId),
        true);
  }

  /**
   * A look without one of the metrics: nothing is judged, so that the next look compares like with
   * like.
   */
  private JudgeState seeing(String lookId, CumulativeCounts sums) {
    var seen =
        comparison()
            .seeing(
                sums.stable().map(r -> stable().seeing(r.failed())).orElse(stable()),
                sums.candidate().map(r -> candidate().seeing(r.failed())).orElse(candidate()));
    return new JudgeState(
        new Comparisons(List.of(seen), peakLogE()),
        latency,
        refusals,
        objective,
        routing,
        thresholds,
        looks + 1,
        Optional.of(lookId),
        false);
  }

  private Comparison comparison() {
    return errors.parts().getFirst();
  }
}

package ai.myrecruiter.picasso.workflows.judge;

import java.util.Optional;

/**
 * All that the judge remembers of a rollout between looks.
 *
 * @param stable the old version
 * @param candidate the new version
 * @param process the e-process of errors, over the whole rollout
 * @param peakLogE natural logarithm of the largest e-value so far; once over the limit, always over
 * @param odds the estimate of the odds ratio, over the whole rollout
 * @param looks how many looks have counted
 * @param lastLook id of the last look; the same look again counts no more
 * @param complete whether the last look had the metrics of both versions
 */
public record JudgeState(
    Side stable,
    Side candidate,
    ErrorProcess process,
    double peakLogE,
    OddsRatio odds,
    long looks,
    Optional<String> lastLook,
    boolean complete) {
  /** Before the first look. */
  public static final JudgeState START =
      new JudgeState(
          Side.START,
          Side.START,
          ErrorProcess.START,
          0,
          OddsRatio.START,
          0,
          Optional.empty(),
          false);

  /**
   * The state at the start of a stage: what was learned stays, the stage's own counts begin anew.
   */
  public JudgeState newStage() {
    return new JudgeState(
        stable.newStage(), candidate.newStage(), process, peakLogE, odds, looks, lastLook, false);
  }

  /** Bad requests of the new version served so far, by the last sums read. */
  public BadRequests badRequests() {
    return BadRequests.of(stable.seen(), candidate.seen());
  }

  /** The state after a look; the same state when that look has already counted. */
  JudgeState look(String lookId, CumulativeCounts sums) {
    if (lastLook.equals(Optional.of(lookId))) {
      return this;
    }
    if (!sums.complete()) {
      return seeing(lookId, sums);
    }
    var ofStable = sums.stable().orElseThrow();
    var ofCandidate = sums.candidate().orElseThrow();
    var freshStable = stable.fresh(ofStable);
    var freshCandidate = candidate.fresh(ofCandidate);
    var block = Block.of(freshStable, freshCandidate);
    var next = process.observe(block);
    return new JudgeState(
        stable.use(ofStable, freshStable),
        candidate.use(ofCandidate, freshCandidate),
        next,
        Math.max(peakLogE, next.logE()),
        odds.observe(block),
        looks + 1,
        Optional.of(lookId),
        true);
  }

  /**
   * A look without one of the metrics: nothing is judged, so that the next look compares like with
   * like.
   */
  private JudgeState seeing(String lookId, CumulativeCounts sums) {
    return new JudgeState(
        sums.stable().map(stable::seeing).orElse(stable),
        sums.candidate().map(candidate::seeing).orElse(candidate),
        process,
        peakLogE,
        odds,
        looks + 1,
        Optional.of(lookId),
        false);
  }
}

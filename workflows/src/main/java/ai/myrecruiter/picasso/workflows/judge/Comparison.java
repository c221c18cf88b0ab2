package ai.myrecruiter.picasso.workflows.judge;

/**
 * One kind of event, such as errors, compared between the versions over the whole rollout.
 *
 * @param stable the old version
 * @param candidate the new version
 * @param process the evidence
 * @param odds the estimate
 */
public record Comparison(Side stable, Side candidate, ErrorProcess process, OddsRatio odds) {
  /** Before the first look. */
  public static final Comparison START =
      new Comparison(Side.START, Side.START, ErrorProcess.START, OddsRatio.START);

  Comparison look(Tally ofStable, Tally ofCandidate) {
    var freshStable = stable.fresh(ofStable);
    var freshCandidate = candidate.fresh(ofCandidate);
    var block = Block.of(freshStable, freshCandidate);
    return new Comparison(
        stable.use(ofStable, freshStable),
        candidate.use(ofCandidate, freshCandidate),
        process.observe(block),
        odds.observe(block));
  }

  /** A look by sums since the present stage began, at versions of which the new one is colder. */
  Comparison lookOfStage(Tally ofStable, Tally ofCandidate) {
    var freshStable = stable.freshOfStage(ofStable);
    var freshCandidate = candidate.freshOfStage(ofCandidate);
    var block = Block.of(freshStable, freshCandidate);
    var nextStable = stable.use(ofStable, freshStable);
    var nextCandidate = candidate.use(ofCandidate, freshCandidate);
    var all = Block.of(nextStable.used(), nextCandidate.used());
    return new Comparison(
        nextStable,
        nextCandidate,
        ColdStarts.explained(block, all).map(odds -> process.observe(block, odds)).orElse(process),
        odds.observe(block));
  }

  Comparison seeing(Side seenStable, Side seenCandidate) {
    return new Comparison(seenStable, seenCandidate, process, odds);
  }

  Comparison newStage() {
    return new Comparison(stable.newStage(), candidate.newStage(), process, odds);
  }
}

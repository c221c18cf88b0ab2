package ai.myrecruiter.picasso.workflows.judge;

/**
 * What the judge has of one version.
 *
 * @param seen the last sums read
 * @param used what of them has been judged since the first shift
 * @param stage what of them has been judged since the present stage began
 */
public record Side(Tally seen, Counts used, Counts stage) {
  /** Nothing yet. */
  public static final Side START = new Side(Tally.NONE, Counts.NONE, Counts.NONE);

  /**
   * What is new in sums: never negative and never more errors than requests. What a revision took
   * back, and errors whose requests have not arrived, stay unused and so are carried to the next
   * look.
   */
  Counts fresh(Tally sums) {
    return fresh(sums, used);
  }

  /** The same of sums since the present stage began. */
  Counts freshOfStage(Tally sums) {
    return fresh(sums, stage);
  }

  private static Counts fresh(Tally sums, Counts counted) {
    var requests = Math.max(0, sums.requests() - counted.requests());
    var errors = Math.max(0, sums.errors() - counted.errors());
    return new Counts(requests, Math.min(errors, requests));
  }

  Side use(Tally sums, Counts fresh) {
    return new Side(sums, used.plus(fresh), stage.plus(fresh));
  }

  Side seeing(Tally sums) {
    return new Side(sums, used, stage);
  }

  Side newStage() {
    return new Side(seen, used, Counts.NONE);
  }
}

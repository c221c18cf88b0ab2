package ai.myrecruiter.picasso.local.traffic;

/**
 * What both versions served in a stretch of time.
 *
 * @param stable the old version
 * @param candidate the new version
 * @param bad failures of the new version that the old one would not have had
 */
public record Batch(SideCounts stable, SideCounts candidate, long bad) {
  /** Nothing. */
  public static final Batch NOTHING = new Batch(SideCounts.NOTHING, SideCounts.NOTHING, 0);

  /** Both together. */
  public Batch plus(Batch more) {
    if (equals(NOTHING)) {
      return more;
    }
    return new Batch(stable.plus(more.stable), candidate.plus(more.candidate), bad + more.bad);
  }
}

package ai.myrecruiter.picasso.workflows;

import java.util.Collection;

/** What a test says. No data is never a pass. */
public enum Verdict {
  /** The evidence is there and it is good. */
  PASS,
  /** The evidence is there and it is bad. */
  FAIL,
  /** There is too little evidence for either. */
  INCONCLUSIVE;

  /**
   * The verdict over several tests: any FAIL is a FAIL; else any INCONCLUSIVE, or no test at all,
   * is INCONCLUSIVE.
   */
  public static Verdict of(Collection<Verdict> verdicts) {
    if (verdicts.contains(FAIL)) {
      return FAIL;
    }
    return verdicts.isEmpty() || verdicts.contains(INCONCLUSIVE) ? INCONCLUSIVE : PASS;
  }
}

package ai.myrecruiter.picasso.workflows.judge;

import ai.myrecruiter.picasso.workflows.InvalidInput;

/**
 * New requests and new errors of both versions since the last look; A is the old version, B the
 * new.
 *
 * @param nA requests of the old version, 0 or more
 * @param nB requests of the new version, 0 or more
 * @param eA errors of the old version, at most {@code nA}
 * @param eB errors of the new version, at most {@code nB}
 */
public record Block(long nA, long nB, long eA, long eB) {
  /** Refuses more errors than requests. */
  public Block {
    InvalidInput.unless(
        eA >= 0 && eB >= 0 && eA <= nA && eB <= nB,
        "$.block",
        eA + "/" + nA + " and " + eB + "/" + nB,
        "must have 0 to as many errors as requests on both sides",
        "carry errors that came before their requests");
  }

  static Block of(Counts stable, Counts candidate) {
    return new Block(stable.requests(), candidate.requests(), stable.errors(), candidate.errors());
  }

  /** All requests. */
  public long n() {
    return nA + nB;
  }

  /** All errors. */
  public long k() {
    return eA + eB;
  }

  /** Whether it says anything: requests on both sides and an error on either. */
  public boolean informative() {
    return nA > 0 && nB > 0 && k() > 0;
  }
}

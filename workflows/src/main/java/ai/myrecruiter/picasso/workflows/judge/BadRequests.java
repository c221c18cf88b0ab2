package ai.myrecruiter.picasso.workflows.judge;

/**
 * Bad requests that the new version served, measured.
 *
 * @param errors its failed requests
 * @param aboveOld how many more that is than the old version's error rate gives for as many
 *     requests, 0 or more
 */
public record BadRequests(long errors, double aboveOld) {
  /** None. */
  public static final BadRequests NONE = new BadRequests(0, 0);

  /** These and those of another function. */
  public BadRequests plus(BadRequests other) {
    return new BadRequests(errors + other.errors, aboveOld + other.aboveOld);
  }

  /** Measures what was served. */
  static BadRequests of(Tally stable, Tally candidate) {
    var oldRate =
        stable.requests() == 0 ? 0 : Math.min(1, (double) stable.errors() / stable.requests());
    var above = candidate.errors() - candidate.requests() * oldRate;
    return new BadRequests(candidate.errors(), Math.max(0, above));
  }
}

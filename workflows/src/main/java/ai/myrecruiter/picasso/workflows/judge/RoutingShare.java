package ai.myrecruiter.picasso.workflows.judge;

import ai.myrecruiter.picasso.workflows.InvalidInput;
import java.util.Optional;

/**
 * Whether the router did what it was told: the Bayes factor of a uniform prior on the new version's
 * share of the requests against the share that was set. It is an e-process of the present stage; a
 * share that is set exceeds the limit 1/alpha in at most alpha of all stages, at any look.
 *
 * <p>Source: Lindon and Malek, arXiv 2011.03567, with two outcomes and Dirichlet(1, 1).
 *
 * @param percent the new version's share that was set; absent before the first look of a stage
 * @param stable requests of the old version in this stage
 * @param candidate requests of the new version in this stage
 * @param logE natural logarithm of the Bayes factor
 * @param peakLogE the largest of them in this stage
 */
public record RoutingShare(
    Optional<Double> percent, long stable, long candidate, double logE, double peakLogE) {
  /** The chance that a stage is called misrouted though it is not. */
  public static final double ALPHA = 0.001;

  /** Before the first look of a stage. */
  public static final RoutingShare START = new RoutingShare(Optional.empty(), 0, 0, 0, 0);

  /**
   * The share after a look at the whole stage.
   *
   * @param set the new version's share that was set, in percent
   */
  RoutingShare look(long ofStable, long ofCandidate, double set) {
    var logFactor = logBayesFactor(ofStable, ofCandidate, set / 100);
    return new RoutingShare(
        Optional.of(set), ofStable, ofCandidate, logFactor, Math.max(peakLogE, logFactor));
  }

  /**
   * ln of B(1 + a, 1 + b) / ((1 - share)^a share^b), by deviances so that nothing cancels at a
   * billion requests.
   *
   * @param a requests of the old version, 0 or more
   * @param b requests of the new version, 0 or more
   * @param share the new version's share, above 0 and below 1
   */
  static double logBayesFactor(long a, long b, double share) {
    InvalidInput.unless(
        a >= 0 && b >= 0 && share > 0 && share < 1,
        "$.share",
        a + " and " + b + " at " + share,
        "must have counts of 0 or more and a share above 0 and below 1",
        "give the stage's counts and its weight");
    var n = a + b;
    return n == 0 ? 0 : -LogBinomial.of(b, n, share) - StrictMath.log1p((double) n);
  }
}

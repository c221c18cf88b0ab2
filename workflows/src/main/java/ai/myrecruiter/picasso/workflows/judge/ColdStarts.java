package ai.myrecruiter.picasso.workflows.judge;

import java.util.Optional;

/**
 * How much slower a new version may look for no other reason than that its environments are new. A
 * stage's first minutes are left out of the durations; after them cold starts go on at a low rate,
 * and for a version with little traffic at a higher one than for the version that serves the rest.
 * So a share of the new version's requests, {@link #SHARE}, may be slow by a cold start, and only
 * what is beyond that counts as evidence.
 *
 * <p>If a share q of requests is slow anyway, the odds ratio that this explains is odds(q + c (1 -
 * q)) / odds(q). Both q that the totals of a look and of all looks give are tried, and the larger
 * ratio counts. It depends on totals only, not on which version was slow, so that given the totals
 * the e-value keeps its mean.
 */
final class ColdStarts {
  /**
   * Share of the new version's requests that may meet a cold start. AWS gives "under 1 % of
   * invocations" for production workloads (Lambda Operator Guide, execution environments).
   */
  static final double SHARE = 0.01;

  /** Standard deviations by which the slow requests of all looks are taken to be fewer. */
  private static final double DOUBT = 2;

  private ColdStarts() {}

  /**
   * The odds ratio of slow requests that cold starts explain; empty when they explain any.
   *
   * @param look the new requests of a look
   * @param all those of the whole rollout, with the look
   */
  static Optional<Double> explained(Block look, Block all) {
    var slow = Math.max(0, all.k() - DOUBT * StrictMath.sqrt((double) all.k()));
    var usual = Math.min(usual(look, (double) look.k()), usual(all, slow));
    return usual > 0 ? Optional.of(1 + SHARE / (usual * (1 - SHARE))) : Optional.empty();
  }

  /** The share that is slow anyway, when the new version has all the cold starts that it may. */
  private static double usual(Block block, double slow) {
    if (block.n() == 0) {
      return 0;
    }
    var cold = SHARE * block.nB() / block.n();
    return (slow / block.n() - cold) / (1 - cold);
  }
}

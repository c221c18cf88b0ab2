package ai.myrecruiter.picasso.workflows.judge;

/**
 * ln M(w) of a block, where M(w) is the mean of w to the power of the new version's errors when
 * nothing is wrong: those errors are then hypergeometric.
 *
 * <p>The probabilities are built from their exact ratios, p(j+1)/p(j) = (nB-j)(k-j) /
 * ((j+1)(nA-k+j+1)), and normalised by their own sum. Log-factorials would cancel: at a billion
 * requests ln n! is about 2e10, of which a double holds five decimals.
 *
 * <p>Above a million terms the binomial bound is used, M(w) <= (1 - s + s w)^k with s = nB/n
 * (Hoeffding 1963, theorem 4: sampling without replacement is no more variable than with). A bound
 * from above makes the e-value smaller, so it stays valid, and costs nothing.
 */
final class HypergeometricMoments {
  static final int MOST_TERMS = 1_000_000;

  private final Block block;
  private final double[] logWeights;
  private final long least;

  HypergeometricMoments(Block block) {
    this.block = block;
    this.least = Math.max(0, block.k() - block.nA());
    var terms = Math.min(block.k(), block.nB()) - least + 1;
    this.logWeights = terms > MOST_TERMS ? new double[0] : logWeights((int) terms);
  }

  /** ln M(w) for w above 0. */
  double logMean(double w) {
    if (logWeights.length == 0) {
      return logBound(block, w);
    }
    var logW = Math.log(w);
    return least * logW + logSum(logW) - logSum(0);
  }

  /** The binomial bound of ln M(w), from above. */
  static double logBound(Block block, double w) {
    return block.k() * Math.log1p((double) block.nB() / block.n() * (w - 1));
  }

  private double[] logWeights(int terms) {
    var weights = new double[terms];
    for (var i = 1; i < terms; i++) {
      var j = least + i - 1;
      var up = (double) (block.nB() - j) * (block.k() - j);
      var down = (double) (j + 1) * (block.nA() - block.k() + j + 1);
      weights[i] = weights[i - 1] + Math.log(up / down);
    }
    return weights;
  }

  private double logSum(double logW) {
    var largest = Double.NEGATIVE_INFINITY;
    for (var i = 0; i < logWeights.length; i++) {
      largest = Math.max(largest, logWeights[i] + i * logW);
    }
    var sum = 0.0;
    for (var i = 0; i < logWeights.length; i++) {
      sum += Math.exp(logWeights[i] + i * logW - largest);
    }
    return largest + Math.log(sum);
  }
}

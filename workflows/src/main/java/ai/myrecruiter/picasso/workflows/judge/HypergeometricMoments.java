package ai.myrecruiter.picasso.workflows.judge;

/**
 * ln M(w) of a block, where M(w) is the mean of w to the power of the new version's errors when
 * nothing is wrong: those errors are then hypergeometric.
 *
 * <p>The terms p(j) w^j rise to one peak and fall. The peak is the root of a quadratic equation;
 * from there the sum is taken both ways by exact ratios of neighbours, w (nB-j)(k-j) /
 * ((j+1)(nA-k+j+1)), until a term no longer counts. Ratios fall from term to term, so what is left
 * out is below 2^-52 of the sum; the terms number some standard deviations, not k. The error of ln
 * M(w) is below {@link #ACCURACY} (1 + k ln w).
 *
 * <p>Above a hundred million errors the binomial bound is used, M(w) <= (1 - s + s w)^k with s =
 * nB/n (Hoeffding 1963, theorem 4: sampling without replacement is no more variable than with). A
 * bound from above makes the e-value smaller, so it stays valid.
 */
final class HypergeometricMoments {
  static final long MOST_ERRORS = 100_000_000;
  static final double ACCURACY = 1e-12;
  private static final double NEGLIGIBLE = 0x1p-60;

  private final Block block;
  private final double nA;
  private final double nB;
  private final double k;
  private final long least;
  private final long most;

  HypergeometricMoments(Block block) {
    this.block = block;
    this.nA = block.nA();
    this.nB = block.nB();
    this.k = block.k();
    this.least = Math.max(0, block.k() - block.nA());
    this.most = Math.min(block.k(), block.nB());
  }

  /**
   * ln M(w).
   *
   * @param w above 0
   * @param logW its natural logarithm
   */
  double logMean(double w, double logW) {
    if (least == most) {
      return least * logW;
    }
    if (block.k() > MOST_ERRORS) {
      return logBound(block, w);
    }
    var peak = peak(w);
    var sum = 1 + above(peak, w) + below(peak, w);
    return LogBinomial.hypergeometric(block, peak) + peak * logW + StrictMath.log(sum);
  }

  /**
   * ln M(w), or where the sum is too long a bound from below: the mean of w^j is w^mean or more.
   */
  double logMeanAtLeast(double w, double logW) {
    return least < most && block.k() > MOST_ERRORS
        ? block.k() * (nB / block.n()) * logW
        : logMean(w, logW);
  }

  /** The binomial bound of ln M(w), from above. */
  static double logBound(Block block, double w) {
    return block.k() * StrictMath.log1p((double) block.nB() / block.n() * (w - 1));
  }

  /** Where the terms stop rising: the smaller root of the equation of neighbours. */
  private long peak(double w) {
    var a = w - 1;
    var b = w * (nB + k + 2) + nA - k;
    var c = w * (nB + 1) * (k + 1);
    var root = 2 * c / (b + Math.sqrt(b * b - 4 * a * c));
    return Math.max(least, Math.min(most, (long) root));
  }

  private double above(long peak, double w) {
    var term = 1.0;
    var sum = 0.0;
    for (var j = peak; j < most && term > NEGLIGIBLE * (1 + sum); j++) {
      term *= w * ((nB - j) * (k - j)) / ((j + 1) * (nA - k + j + 1));
      sum += term;
    }
    return sum;
  }

  private double below(long peak, double w) {
    var term = 1.0;
    var sum = 0.0;
    for (var j = peak; j > least && term > NEGLIGIBLE * (1 + sum); j--) {
      term *= j * (nA - k + j) / (w * ((nB - j + 1) * (k - j + 1)));
      sum += term;
    }
    return sum;
  }
}

package ai.myrecruiter.picasso.workflows.judge;

/**
 * Logarithms of binomial and hypergeometric probabilities, by deviances: log-factorials would
 * cancel, since at a billion requests ln n! is about 2e10, of which a double holds five decimals.
 * The error stays below 1e-13 (1 + |result|).
 *
 * <p>Source: C. Loader, Fast and accurate computation of binomial probabilities, 2000. Strict
 * arithmetic, so that a replay on any machine gives the same bits.
 */
final class LogBinomial {
  private static final int TABLE = 19;
  private static final double LN_2PI = StrictMath.log(2 * Math.PI);
  private static final double[] STIRLING_ERRORS = table();

  private LogBinomial() {}

  /**
   * ln of C(n, x) p^x (1 - p)^(n - x).
   *
   * @param x 0 to {@code n}
   * @param p above 0 and below 1
   */
  static double of(long x, long n, double p) {
    if (x == 0) {
      return n * StrictMath.log1p(-p);
    }
    if (x == n) {
      return n * StrictMath.log(p);
    }
    double rest = n - x;
    return stirlingError(n)
        - stirlingError(x)
        - stirlingError(n - x)
        - deviance((double) x, n * p)
        - deviance(rest, n * (1 - p))
        - (LN_2PI + StrictMath.log(x * (rest / n))) / 2;
  }

  /** ln of the chance that {@code j} of {@code k} errors are the new version's. */
  static double hypergeometric(Block block, long j) {
    var p = (double) block.k() / block.n();
    return of(j, block.nB(), p) + of(block.k() - j, block.nA(), p) - of(block.k(), block.n(), p);
  }

  /** x ln(x / mean) + mean - x, 0 or more. */
  private static double deviance(double x, double mean) {
    var difference = x - mean;
    var v = difference / (x + mean);
    if (Math.abs(v) >= 0.1) {
      return x * StrictMath.log(x / mean) - difference;
    }
    var sum = difference * v;
    var term = 2 * x * v;
    for (var i = 3; ; i += 2) {
      term *= v * v;
      var next = sum + term / i;
      if (next == sum) {
        return sum;
      }
      sum = next;
    }
  }

  /** ln x! less Stirling's formula. */
  private static double stirlingError(long x) {
    if (x < TABLE) {
      return STIRLING_ERRORS[(int) x];
    }
    double n = x;
    var s = 1 / (n * n);
    return (1.0 / 12 - s * (1.0 / 360 - s * (1.0 / 1260 - s * (1.0 / 1680 - s / 1188)))) / n;
  }

  private static double[] table() {
    var errors = new double[TABLE];
    var factorial = 1.0;
    for (var n = 1; n < TABLE; n++) {
      factorial *= n;
      errors[n] =
          StrictMath.log(factorial)
              - (n * StrictMath.log(n) - n + (LN_2PI + StrictMath.log(n)) / 2);
    }
    return errors;
  }
}

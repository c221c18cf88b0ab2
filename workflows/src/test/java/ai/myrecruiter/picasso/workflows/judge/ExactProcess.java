package ai.myrecruiter.picasso.workflows.judge;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/** The e-value of one block in exact arithmetic: slow, and independent of the code under test. */
final class ExactProcess {
  private static final MathContext DIGITS = new MathContext(60);

  private ExactProcess() {}

  static double e(int nA, int nB, int eA, int eB) {
    var sum = BigDecimal.ZERO;
    for (var w : ErrorProcess.ALTERNATIVES) {
      var odds = BigDecimal.valueOf(w);
      sum = sum.add(odds.pow(eB).divide(mean(nA, nB, eA + eB, odds), DIGITS));
    }
    return sum.divide(BigDecimal.valueOf(ErrorProcess.ALTERNATIVES.size()), DIGITS).doubleValue();
  }

  static double probability(Block block, long eB) {
    var ways = choose(block.nB(), eB).multiply(choose(block.nA(), block.k() - eB));
    return new BigDecimal(ways)
        .divide(new BigDecimal(choose(block.n(), block.k())), DIGITS)
        .doubleValue();
  }

  private static BigDecimal mean(int nA, int nB, int k, BigDecimal w) {
    var sum = BigDecimal.ZERO;
    var ways = choose(nB, Math.max(0, k - nA)).multiply(choose(nA, Math.min(k, nA)));
    for (var j = Math.max(0, k - nA); j <= Math.min(k, nB); j++) {
      sum = sum.add(w.pow(j).multiply(new BigDecimal(ways)));
      ways =
          ways.multiply(BigInteger.valueOf((long) (nB - j) * (k - j)))
              .divide(BigInteger.valueOf((long) (j + 1) * (nA - k + j + 1)));
    }
    return sum.divide(new BigDecimal(choose((long) nA + nB, k)), DIGITS);
  }

  private static BigInteger choose(long n, long k) {
    var ways = BigInteger.ONE;
    for (var i = 0L; i < k; i++) {
      ways = ways.multiply(BigInteger.valueOf(n - i)).divide(BigInteger.valueOf(i + 1));
    }
    return ways;
  }
}

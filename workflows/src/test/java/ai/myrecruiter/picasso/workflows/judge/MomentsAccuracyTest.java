package ai.myrecruiter.picasso.workflows.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.myrecruiter.picasso.workflows.Property;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The sum over the terms that count, against the whole sum, from 0 to a billion requests. */
final class MomentsAccuracyTest {
  private static final MathContext DIGITS = new MathContext(50);

  @Test
  void agreesWithExactArithmeticAtEveryWeightAndSize() {
    Property.holds(
        MomentsAccuracyTest.class,
        40,
        random -> {
          var n = Math.round(Math.exp(random.nextDouble(0, Math.log(1e9)))) + 2;
          var share = Math.exp(random.nextDouble(Math.log(0.001), 0));
          var nB = Math.max(1, Math.min(n - 1, Math.round(n * share)));
          var k = random.nextLong(1, Math.min(n, 80) + 1);
          var eB = Math.min(nB, random.nextLong(Math.max(0, k - (n - nB)), k + 1));
          agrees(new Block(n - nB, nB, k - eB, eB));
        });
  }

  @Test
  void agreesWithExactArithmeticAtThousandsOfErrors() {
    agrees(new Block(99_000, 1_000, 380, 20));
    agrees(new Block(900_000_000, 100_000_000, 370, 130));
    agrees(new Block(300, 250, 240, 200));
    agrees(new Block(999_999, 1, 500, 1));
  }

  /** At a million errors against every one of the terms, in compensated sums. */
  @Test
  void agreesWithTheWholeSumAtAMillionErrors() {
    for (var block :
        List.of(
            new Block(500_000_000, 500_000_000, 500_000, 500_000),
            new Block(999_000_000, 1_000_000, 999_000, 1_000),
            new Block(1_000_000, 1_100_000, 500_000, 500_000))) {
      for (var w : List.of(1.25, 3.0, 100.0)) {
        assertThat(new HypergeometricMoments(block).logMean(w, StrictMath.log(w)))
            .isCloseTo(wholeSum(block, w), within(bound(block, w)));
      }
    }
  }

  @Test
  void isExactWhereOnlyOneOutcomeIsPossible() {
    assertThat(new HypergeometricMoments(new Block(10, 20, 10, 20)).logMean(3, Math.log(3)))
        .isEqualTo(20 * Math.log(3));
  }

  private static void agrees(Block block) {
    for (var w : ErrorProcess.ALTERNATIVES) {
      assertThat(new HypergeometricMoments(block).logMean(w, StrictMath.log(w)))
          .as("%s at w = %s", block, w)
          .isCloseTo(exact(block, w), within(bound(block, w)));
    }
  }

  private static double bound(Block block, double w) {
    return HypergeometricMoments.ACCURACY * (1 + block.k() * Math.log(w));
  }

  private static double exact(Block block, double w) {
    var least = Math.max(0, block.k() - block.nA());
    var most = Math.min(block.k(), block.nB());
    var ways = choose(block.nB(), least).multiply(choose(block.nA(), block.k() - least));
    var odds = BigDecimal.valueOf(w);
    var power = odds.pow((int) least, DIGITS);
    var sum = BigDecimal.ZERO;
    for (var j = least; ; j++) {
      sum = sum.add(power.multiply(new BigDecimal(ways), DIGITS), DIGITS);
      if (j == most) {
        return log(sum.divide(new BigDecimal(choose(block.n(), block.k())), DIGITS));
      }
      power = power.multiply(odds, DIGITS);
      ways =
          ways.multiply(BigInteger.valueOf(block.nB() - j))
              .multiply(BigInteger.valueOf(block.k() - j))
              .divide(BigInteger.valueOf(j + 1))
              .divide(BigInteger.valueOf(block.nA() - block.k() + j + 1));
    }
  }

  private static double log(BigDecimal value) {
    var exponent = value.precision() - value.scale();
    return Math.log(value.movePointLeft(exponent).doubleValue()) + exponent * Math.log(10);
  }

  private static BigInteger choose(long n, long k) {
    var ways = BigInteger.ONE;
    for (var i = 0L; i < k; i++) {
      ways = ways.multiply(BigInteger.valueOf(n - i)).divide(BigInteger.valueOf(i + 1));
    }
    return ways;
  }

  private static double wholeSum(Block block, double w) {
    var terms = (int) Math.min(block.k(), block.nB()) + 1;
    var logs = new double[terms];
    var carry = 0.0;
    for (var j = 0; j < terms - 1; j++) {
      var ratio =
          (double) (block.nB() - j)
              * (block.k() - j)
              / ((j + 1.0) * (block.nA() - block.k() + j + 1));
      var y = Math.log(ratio) - carry;
      var next = logs[j] + y;
      carry = (next - logs[j]) - y;
      logs[j + 1] = next;
    }
    return logSum(logs, Math.log(w)) - logSum(logs, 0);
  }

  private static double logSum(double[] logs, double logW) {
    var largest = Double.NEGATIVE_INFINITY;
    for (var j = 0; j < logs.length; j++) {
      largest = Math.max(largest, logs[j] + j * logW);
    }
    var sum = 0.0;
    for (var j = 0; j < logs.length; j++) {
      sum += Math.exp(logs[j] + j * logW - largest);
    }
    return largest + Math.log(sum);
  }
}

package ai.myrecruiter.picasso.workflows.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.Property;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import java.util.Collections;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

final class ErrorProcessTest {
  private static final Percentage MILLIONTH = Percentage.withPercentage(1e-4);

  @Test
  void givesTheGoldenValues() {
    assertThat(e(900, 100, 1, 4)).isCloseTo(277.803012, MILLIONTH);
    assertThat(e(900, 100, 0, 3)).isCloseTo(183.807725, MILLIONTH);
    assertThat(e(990, 10, 0, 2)).isCloseTo(406.991447, MILLIONTH);
    assertThat(e(5400, 600, 5, 3)).isCloseTo(3.609011, MILLIONTH);
    assertThat(e(500, 500, 10, 10)).isCloseTo(0.241481, within(5e-7));
  }

  @Test
  void givesTheGoldenValueOfNonInferiority() {
    var two = ErrorProcess.ALTERNATIVES.indexOf(2.0);
    var process = ErrorProcess.START.observe(new Block(5400, 600, 5, 0));
    assertThat(Math.exp(-process.logProducts().get(two))).isCloseTo(1.61031, MILLIONTH);
  }

  @Test
  void agreesWithExactArithmetic() {
    Property.holds(
        ErrorProcessTest.class,
        300,
        random -> {
          var nA = random.nextInt(1, 3_000);
          var nB = random.nextInt(1, 3_000);
          var eA = random.nextInt(0, Math.min(nA, 60) + 1);
          var eB = random.nextInt(0, Math.min(nB, 60) + 1);
          assertThat(e(nA, nB, eA, eB))
              .isCloseTo(ExactProcess.e(nA, nB, eA, eB), Percentage.withPercentage(1e-9));
        });
  }

  @Test
  void isExactlyOneForBlocksThatSayNothing() {
    for (var block :
        List.of(
            new Block(0, 0, 0, 0),
            new Block(0, 10, 0, 10),
            new Block(10, 0, 10, 0),
            new Block(10, 10, 0, 0))) {
      assertThat(ErrorProcess.START.observe(block)).isEqualTo(ErrorProcess.START);
    }
    assertThat(ErrorProcess.START.logE()).isZero();
  }

  @Test
  void isOneWhenEverythingFailsOnBothSides() {
    assertThat(e(1_000, 1_000, 1_000, 1_000)).isCloseTo(1, within(1e-12));
  }

  @Test
  void multipliesOverLooksBeforeItAverages() {
    var twice =
        ErrorProcess.START.observe(new Block(900, 100, 1, 4)).observe(new Block(900, 100, 1, 4));
    var once = ErrorProcess.START.observe(new Block(900, 100, 1, 4));
    for (var i = 0; i < 8; i++) {
      assertThat(twice.logProducts().get(i))
          .isCloseTo(2 * once.logProducts().get(i), within(1e-12));
    }
    assertThat(twice.logE()).isGreaterThan(2 * once.logE());
  }

  @Test
  void risesWithEachErrorOfTheNewVersion() {
    var before = Double.NEGATIVE_INFINITY;
    for (var errors = 0; errors <= 20; errors++) {
      var now = ErrorProcess.START.observe(new Block(980, 20, 20 - errors, errors)).logE();
      assertThat(now).isGreaterThan(before);
      before = now;
    }
  }

  /** The mean over all that can happen under the null is 1: what makes it an e-value. */
  @Test
  void hasMeanOneUnderTheNull() {
    for (var block : List.of(new Block(30, 12, 5, 0), new Block(8, 40, 6, 1))) {
      var mean = 0.0;
      for (var eB = Math.max(0, block.k() - block.nA());
          eB <= Math.min(block.k(), block.nB());
          eB++) {
        mean += ExactProcess.probability(block, eB) * e(block.nA(), block.nB(), block.k() - eB, eB);
      }
      assertThat(mean).isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void staysAccurateAtABillionRequests() {
    var billion = 1_000_000_000L;
    assertThat(e(billion, billion, 10, 10)).isCloseTo(binomial(10, 10, 0.5), MILLIONTH);
    assertThat(e(99 * billion, billion, 20, 4)).isCloseTo(binomial(20, 4, 0.01), MILLIONTH);
    assertThat(e(billion, billion, 0, 0)).isEqualTo(1);
  }

  @Test
  void staysFiniteWithAHundredThousandErrors() {
    var process = ErrorProcess.START;
    for (var i = 0; i < 20; i++) {
      process = process.observe(new Block(1_000_000_000, 1_000_000_000, 0, 100_000));
    }
    assertThat(process.logE()).isFinite().isGreaterThan(1_000_000);
    assertThat(Contracts.read("{\"p\":" + Contracts.write(process) + "}", Holder.class).p())
        .isEqualTo(process);
    var other = ErrorProcess.START.observe(new Block(1_000_000_000, 1_000_000_000, 100_000, 0));
    assertThat(other.logE()).isFinite().isNegative();
  }

  @Test
  void boundsLargeBlocksOnTheSafeSide() {
    Property.holds(
        ErrorProcessTest.class,
        300,
        random -> {
          var block = new Block(random.nextInt(50, 500), random.nextInt(50, 500), 20, 20);
          var exact = new HypergeometricMoments(block);
          for (var w : ErrorProcess.ALTERNATIVES) {
            assertThat(HypergeometricMoments.logBound(block, w))
                .isGreaterThanOrEqualTo(exact.logMean(w, Math.log(w)));
          }
        });
  }

  @Test
  void usesTheBoundAboveAHundredMillionErrors() {
    long most = HypergeometricMoments.MOST_ERRORS;
    var below = new Block(most * most, most * most, 0, most);
    var above = new Block(most * most, most * most, 0, most + 1);
    var two = Math.log(2);
    assertThat(new HypergeometricMoments(below).logMean(2, two))
        .isNotEqualTo(HypergeometricMoments.logBound(below, 2))
        .isCloseTo(HypergeometricMoments.logBound(below, 2), MILLIONTH);
    assertThat(new HypergeometricMoments(above).logMean(2, two))
        .isEqualTo(HypergeometricMoments.logBound(above, 2));
    var huge = new Block(1L << 40, 1L << 40, 1L << 38, 1L << 39);
    assertThat(ErrorProcess.START.observe(huge).logE()).isFinite().isGreaterThan(1e9);
  }

  @Test
  void refusesAStateThatIsNotOne() {
    assertThatThrownBy(() -> new ErrorProcess(List.of(0.0))).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> new ErrorProcess(Collections.nCopies(8, Double.NaN)))
        .isInstanceOf(InvalidInput.class);
  }

  @Test
  void refusesMoreErrorsThanRequests() {
    assertThatThrownBy(() -> new Block(1, 1, 2, 0)).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> new Block(1, 1, 0, -1)).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> new Counts(1, 2)).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> new Tally(-1, 0)).isInstanceOf(InvalidInput.class);
  }

  record Holder(ErrorProcess p) {}

  private static double e(long nA, long nB, long eA, long eB) {
    return Math.exp(ErrorProcess.START.observe(new Block(nA, nB, eA, eB)).logE());
  }

  /** With far more requests than errors the hypergeometric is a binomial. */
  private static double binomial(int eA, int eB, double share) {
    return ErrorProcess.ALTERNATIVES.stream()
        .mapToDouble(w -> Math.pow(w, eB) / Math.pow(1 - share + share * w, eA + eB))
        .average()
        .orElseThrow();
  }
}

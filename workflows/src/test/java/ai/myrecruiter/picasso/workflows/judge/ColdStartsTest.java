package ai.myrecruiter.picasso.workflows.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.myrecruiter.picasso.workflows.Property;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ColdStartsTest {
  /** A tenth is slow anyway: (0.1 + 0.009) / 0.891 over 0.1 / 0.9. */
  @Test
  void explainsTheOddsOfAHundredthMore() {
    var block = new Block(1_000_000_000, 1_000, 100_000_000, 100);
    assertThat(ColdStarts.explained(block, block).orElseThrow())
        .isCloseTo(0.109 / 0.891 / (0.1 / 0.9), within(1e-3));
  }

  /** At half of the traffic, what the new version's cold starts add to the totals is taken off. */
  @Test
  void doesNotTakeColdStartsForWhatIsSlowAnyway() {
    var n = 1_000_000_000L;
    var block = new Block(n, n, n / 100, n / 100 + n / 100 * 99 / 100);
    var explained = ColdStarts.explained(block, block).orElseThrow();
    assertThat(explained).isCloseTo(0.0199 / 0.9801 / (0.01 / 0.99), within(1e-2));
  }

  @Test
  void explainsEverythingWhereHardlyAnythingIsSlow() {
    assertThat(ColdStarts.explained(new Block(900, 100, 0, 1), new Block(900, 100, 0, 1)))
        .isEmpty();
    assertThat(ColdStarts.explained(new Block(0, 0, 0, 0), new Block(0, 0, 0, 0))).isEmpty();
    var few = new Block(900, 100, 0, 4);
    assertThat(ColdStarts.explained(few, few)).isEmpty();
  }

  @Test
  void takesTheLargerOfWhatTheLookAndAllLooksExplain() {
    var look = new Block(900, 100, 18, 2);
    var quiet = new Block(90_000, 10_000, 900, 100);
    var busy = new Block(90_000, 10_000, 9_000, 1_000);
    assertThat(ColdStarts.explained(look, quiet).orElseThrow())
        .isGreaterThan(ColdStarts.explained(look, busy).orElseThrow());
    assertThat(ColdStarts.explained(look, busy).orElseThrow())
        .isCloseTo(1 + 0.01 / 0.99 / (0.019 / 0.999), within(1e-9));
  }

  /**
   * Exact means over what can happen given the totals: 1 for each alternative when the new
   * version's odds are those that are explained, and no more than 1 when they are smaller.
   */
  @Test
  void keepsTheMeanOfEveryAlternative() {
    Property.holds(
        ColdStartsTest.class,
        100,
        random -> {
          long nA = random.nextInt(1, 40);
          long nB = random.nextInt(1, 40);
          long k = random.nextInt(1, (int) (nA + nB));
          var odds = 1 + random.nextDouble(20);
          for (var truth : List.of(1.0, (1 + odds) / 2, odds)) {
            for (var i = 0; i < ErrorProcess.ALTERNATIVES.size(); i++) {
              var mean = mean(nA, nB, k, odds, truth, i);
              assertThat(mean).isLessThanOrEqualTo(1 + 1e-9);
              if (truth == odds) {
                assertThat(mean).isCloseTo(1, within(1e-9));
              }
            }
          }
        });
  }

  private static double mean(long nA, long nB, long k, double odds, double truth, int i) {
    double sum = 0;
    double all = 0;
    for (long j = Math.max(0, k - nA); j <= Math.min(k, nB); j++) {
      var block = new Block(nA, nB, k - j, j);
      var chance = Math.exp(LogBinomial.hypergeometric(block, j) + j * Math.log(truth));
      var e = Math.exp(ErrorProcess.START.observe(block, odds).logProducts().get(i));
      sum += chance * e;
      all += chance;
    }
    return sum / all;
  }

  /** Sums that are too long are bounded, so that the evidence is smaller, never larger. */
  @Test
  void boundsTheEvidenceOfABillionSlowRequests() {
    var block = new Block(900_000_000, 100_000_000, 450_000_000, 50_000_000);
    var explained = ColdStarts.explained(block, block).orElseThrow();
    var process = ErrorProcess.START.observe(block, explained);
    assertThat(process.logProducts()).allMatch(Double::isFinite);
    assertThat(process.logE()).isNegative();
    var slow = new Block(900_000_000, 100_000_000, 450_000_000, 92_000_000);
    assertThat(ErrorProcess.START.observe(slow, explained).logE()).isGreaterThan(1_000);
  }
}

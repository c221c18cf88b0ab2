package ai.myrecruiter.picasso.workflows.judge;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.workflows.Property;
import ai.myrecruiter.picasso.workflows.Verdict;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counts from nothing to a billion at weights from a thousandth to all: every number is one. */
final class NumericSafetyTest {
  private static final long BILLION = 1_000_000_000L;
  private static final Criteria CRITERIA =
      new Criteria(
          new VersionNumber(2),
          new VersionNumber(3),
          new AlphaSpending(0.01),
          3,
          Optional.of(0.001));

  @Test
  void answersWithNumbersWhateverTheCounts() {
    Property.holds(NumericSafetyTest.class, 60, NumericSafetyTest::threeLooks);
  }

  private static void threeLooks(RandomGenerator random) {
    var state = JudgeState.start(List.of(100L, 500L));
    var percent = Math.pow(10, random.nextDouble(-1, 2));
    var stable = new Reading(0, 0, 0, 0, List.of(0L, 0L), 0, 0);
    var candidate = stable;
    for (var look = 0; look < 3; look++) {
      var requests = upTo(random, BILLION / 3);
      var ofCandidate = (long) (requests * percent / 100);
      stable = more(random, stable, requests - ofCandidate);
      candidate = more(random, candidate, ofCandidate);
      var weight = percent < 100 ? Optional.of(percent) : Optional.<Double>empty();
      var sums = new CumulativeCounts(Optional.of(stable), Optional.of(candidate), weight);
      var judgement = Judge.look(state, "look-" + look, sums, CRITERIA);
      judgement.tests().forEach(NumericSafetyTest::isSound);
      state = judgement.state();
    }
  }

  private static void isSound(TestResult test) {
    assertThat(test.value()).as(test.name()).isNotNaN().isNotNegative().isFinite();
    assertThat(test.limit()).as(test.name()).isFinite().isPositive();
    assertThat(test.sentence()).as(test.name()).doesNotContain("NaN", "Infinity", "E+");
    test.clearedDownTo().ifPresent(cleared -> assertThat(cleared).isFinite().isPositive());
    // The state is kept as JSON, which has no other numbers.
    assertThat(TestAnswer.TESTS).contains(test.name());
  }

  private static Reading more(RandomGenerator random, Reading before, long requests) {
    var slow = upTo(random, requests);
    return new Reading(
        before.requests() + requests,
        before.errors() + upTo(random, requests),
        before.routed() + requests,
        before.timed() + requests,
        List.of(before.slow().get(0) + slow, before.slow().get(1) + upTo(random, slow)),
        before.throttles() + upTo(random, requests),
        before.deadLetters() + upTo(random, requests));
  }

  /** Any order of magnitude is as likely as any other, and so is none at all. */
  private static long upTo(RandomGenerator random, long most) {
    var digits = random.nextInt(-1, 10);
    return digits < 0 ? 0 : Math.min(most, (long) Math.pow(10, digits + random.nextDouble()));
  }

  @ParameterizedTest
  @CsvSource({
    "0.1,999000000,1000000,999000,1000,PASS",
    "0.1,999000000,1000000,999000,3000,FAIL",
    "99.9,1000000,999000000,1000,999000,PASS",
    "99.9,1000000,999000000,1000,2997000,FAIL",
    "50,500000000,500000000,0,0,INCONCLUSIVE",
    "50,500000000,500000000,500000000,500000000,PASS"
  })
  void seesADifferenceAmongABillionAndNoneWhereThereIsNone(
      double percent, long nA, long nB, long eA, long eB, Verdict verdict) {
    var criteria =
        new Criteria(new VersionNumber(2), new VersionNumber(3), new AlphaSpending(0.01), 3);
    var sums =
        new CumulativeCounts(
            Optional.of(new Reading(nA, eA, nA, 0, List.of(), 0, 0)),
            Optional.of(new Reading(nB, eB, nB, 0, List.of(), 0, 0)),
            Optional.of(percent));
    var tests = Judge.look(JudgeState.START, "1", sums, criteria).tests();
    assertThat(tests.getFirst().verdict()).isEqualTo(verdict);
    tests.forEach(NumericSafetyTest::isSound);
  }
}

package ai.myrecruiter.picasso.workflows.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.Property;
import ai.myrecruiter.picasso.workflows.Verdict;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

final class RoutingShareTest {
  private static final Criteria CRITERIA =
      new Criteria(new VersionNumber(2), new VersionNumber(3), new AlphaSpending(0.01), 3);

  @Test
  void givesTheGoldenValue() {
    assertThat(Math.exp(RoutingShare.logBayesFactor(10, 0, 0.5)))
        .isCloseTo(1024.0 / 11, Percentage.withPercentage(1e-10));
    assertThat(RoutingShare.logBayesFactor(0, 0, 0.5)).isZero();
  }

  /** The mean over all counts of a stage is 1 when the share is what was set. */
  @Test
  void hasMeanOneWhenTheShareIsWhatWasSet() {
    for (var share : List.of(0.01, 0.3, 0.999)) {
      var mean = 0.0;
      for (var b = 0; b <= 40; b++) {
        mean +=
            Math.exp(LogBinomial.of(b, 40, share) + RoutingShare.logBayesFactor(40 - b, b, share));
      }
      assertThat(mean).isCloseTo(1, within(1e-11));
    }
  }

  @Test
  void staysAccurateAtABillionRequests() {
    var fair = RoutingShare.logBayesFactor(999_000_000, 1_000_000, 0.001);
    assertThat(fair)
        .isCloseTo(
            Math.log(Math.sqrt(2 * Math.PI * 1e9 * 0.001 * 0.999) / 1e9), within(1e-6));
    assertThat(RoutingShare.logBayesFactor(990_000_000, 10_000_000, 0.001))
        .isGreaterThan(1_000_000);
  }

  @Test
  void holdsAStageWhoseTrafficIsNotSplitAsSet() {
    var judgement = judge(9_000, 1_000, 1);
    assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    var test = judgement.tests().getLast();
    assertThat(test.name()).isEqualTo("routing");
    assertThat(test.effect()).contains(0.1);
    assertThat(test.threshold()).isEqualTo(0.01);
    assertThat(test.sentence())
        .isEqualTo(
            "Routing: the traffic is not split as it was set, so the versions cannot be compared"
                + " (e = over a million, limit 1,000): version 3 got 1,000 requests, version 2"
                + " 9,000; set was 1 %. Look for retries, direct calls of the function, and whoever"
                + " else writes the alias.");
    assertThat(judge(9_000, 1_000, 10).tests().getLast().verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void beginsAnewWithEachStage() {
    var state = judge(9_000, 1_000, 1).state();
    assertThat(state.newStage().routing()).isEqualTo(RoutingShare.START);
    assertThat(Judge.judgement(state.newStage(), CRITERIA).tests())
        .extracting(TestResult::name)
        .doesNotContain("routing");
  }

  /** A router that does what it was told is doubted, at any of 60 looks, in at most 1 of 1,000. */
  @Test
  void doubtsAFaithfulRouterNoMoreOftenThanAlpha() {
    var runs = 4_000;
    var doubted = 0;
    for (var run = 0; run < runs; run++) {
      var random = Property.random(run);
      var share = RoutingShare.START;
      long b = 0;
      for (var look = 1; look <= 60; look++) {
        for (var i = 0; i < 20; i++) {
          b += random.nextDouble() < 0.1 ? 1 : 0;
        }
        share = share.look(20L * look - b, b, 10);
      }
      doubted += share.peakLogE() >= Math.log(1 / RoutingShare.ALPHA) ? 1 : 0;
    }
    assertThat((double) doubted / runs).isLessThanOrEqualTo(0.001 + 3 * Math.sqrt(0.001 / runs));
  }

  @Test
  void refusesCountsAndWeightsThatCannotBe() {
    assertThatThrownBy(() -> RoutingShare.logBayesFactor(-1, 5, 0.5))
        .isInstanceOf(InvalidInput.class);
    for (var weight : List.of(0.0, 100.0, -1.0, Double.NaN)) {
      assertThatThrownBy(() -> judge(1, 1, weight))
          .isInstanceOf(InvalidInput.class)
          .hasMessageStartingWith("$.weight = ");
    }
  }

  private static Judgement judge(long stable, long candidate, double weight) {
    return Judge.look(
        JudgeState.START,
        "1",
        new CumulativeCounts(
            Optional.of(new Reading(stable, 0, stable, 0, List.of(), 0, 0)),
            Optional.of(new Reading(candidate, 0, candidate, 0, List.of(), 0, 0)),
            Optional.of(weight)),
        CRITERIA);
  }
}

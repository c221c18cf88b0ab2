package ai.myrecruiter.picasso.workflows.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.Verdict;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LatencyAndRefusalTest {
  private static final Criteria CRITERIA =
      new Criteria(new VersionNumber(2), new VersionNumber(3), new AlphaSpending(0.01), 3);
  private static final JudgeState START = JudgeState.start(List.of(100L, 400L, 800L));

  @Test
  void averagesTheEvidenceOfAllThresholds() {
    var judgement = judge(timed(9_000, 4_500, 900, 90), timed(1_000, 500, 100, 60));
    var e = (e(9_000, 1_000, 4_500, 500) + e(9_000, 1_000, 900, 100) + e(9_000, 1_000, 90, 60)) / 3;
    assertThat(judgement.state().latency().logE()).isCloseTo(Math.log(e), within(1e-9));
  }

  @Test
  void failsANewVersionThatIsSlowerInTheTailOnly() {
    var judgement = judge(timed(9_000, 4_500, 900, 90), timed(1_000, 500, 100, 60));
    var test = judgement.tests().get(1);
    assertThat(test.name()).isEqualTo("latency");
    assertThat(test.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(test.limit()).isCloseTo(500, within(1e-9));
    assertThat(test.sentence())
        .startsWith("Latency: version 3 is slower than version 2 (e = over a million, limit 500):")
        .contains("slower than 800 ms are 60 in 1,000 requests, version 2 90 in 9,000")
        .endsWith("; odds ratio 6.3.");
  }

  @Test
  void seesNothingInEqualLatency() {
    var judgement = judge(timed(9_000, 4_500, 900, 90), timed(1_000, 500, 100, 10));
    assertThat(judgement.tests().get(1).verdict()).isEqualTo(Verdict.PASS);
    assertThat(judgement.tests().get(1).clearedDownTo().orElseThrow()).isBetween(1.0, 1.5);
  }

  /** Each stage counts durations from the end of its own warm-up. */
  @Test
  void countsDurationsByStage() {
    var first = judge(timed(9_000, 4_500, 900, 90), timed(1_000, 500, 100, 10)).state();
    var second =
        Judge.look(
            first.newStage(), "2", sums(timed(400, 200, 40, 4), timed(600, 300, 60, 6)), CRITERIA);
    var part = second.state().latency().parts().getLast();
    assertThat(part.stable().used()).isEqualTo(new Counts(9_400, 94));
    assertThat(part.stable().stage()).isEqualTo(new Counts(400, 4));
    assertThat(part.candidate().used()).isEqualTo(new Counts(1_600, 16));
  }

  /** One in a hundred above all thresholds, which the old version hardly ever is: cold starts. */
  @Test
  void holdsNoColdStartAgainstTheNewVersion() {
    var old = timed(100_000, 50_000, 1_000, 10);
    assertThat(judge(old, timed(10_000, 5_050, 200, 100)).tests().get(1).verdict())
        .isEqualTo(Verdict.PASS);
    assertThat(judge(old, timed(10_000, 5_050, 200, 200)).tests().get(1).verdict())
        .isEqualTo(Verdict.FAIL);
  }

  @Test
  void waitsForDurations() {
    var judgement = judge(timed(0, 0, 0, 0), timed(0, 0, 0, 0));
    assertThat(judgement.tests().get(1).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void isLeftOutWithoutThresholds() {
    var sums = CumulativeCounts.of(new Tally(900, 1), new Tally(100, 1));
    assertThat(Judge.look(JudgeState.START, "1", sums, CRITERIA).tests())
        .extracting(TestResult::name)
        .containsExactly("errors", "throttles");
  }

  @Test
  void failsANewVersionThatIsThrottled() {
    var judgement = Judge.look(JudgeState.START, "1", refused(9_000, 1, 0, 950, 50, 0), CRITERIA);
    var test = judgement.tests().getLast();
    assertThat(test.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(test.limit()).isCloseTo(1_000, within(1e-6));
    assertThat(test.candidate()).isEqualTo(new Counts(1_000, 50));
    assertThat(test.sentence())
        .startsWith("Throttles: version 3 is refused more often than version 2")
        .endsWith("throttled 50 in 1,000 requests, version 2 1 in 9,001.");
  }

  @Test
  void failsANewVersionWhoseDeadLettersAreLost() {
    var judgement = Judge.look(JudgeState.START, "1", refused(9_000, 0, 0, 1_000, 0, 20), CRITERIA);
    assertThat(judgement.tests().getLast().verdict()).isEqualTo(Verdict.FAIL);
    assertThat(judgement.tests().getLast().sentence())
        .contains("dead letters lost 20 in 1,000 requests");
  }

  @Test
  void refusesThresholdsThatDoNotRiseAndSumsThatDoNotMatch() {
    for (var bad : List.of(List.of(0L), List.of(5L, 5L), List.of(9L, 3L))) {
      assertThatThrownBy(() -> JudgeState.start(bad))
          .isInstanceOf(InvalidInput.class)
          .hasMessageStartingWith("$.thresholds[");
    }
    var sums = CumulativeCounts.of(new Tally(900, 1), new Tally(100, 1));
    assertThatThrownBy(() -> Judge.look(START, "1", sums, CRITERIA))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("must have a sum for each of the 3 latency thresholds");
    assertThatThrownBy(() -> new Reading(1, 0, 0, 0, List.of(-1L), 0, 0))
        .isInstanceOf(InvalidInput.class);
  }

  private static Judgement judge(Reading stable, Reading candidate) {
    return Judge.look(START, "1", sums(stable, candidate), CRITERIA);
  }

  private static CumulativeCounts sums(Reading stable, Reading candidate) {
    return new CumulativeCounts(Optional.of(stable), Optional.of(candidate), Optional.empty());
  }

  private static Reading timed(long n, long over100, long over400, long over800) {
    return new Reading(Math.max(n, 1_000), 0, 0, n, List.of(over100, over400, over800), 0, 0);
  }

  private static CumulativeCounts refused(
      long nA, long throttledA, long lostA, long nB, long throttledB, long lostB) {
    return new CumulativeCounts(
        Optional.of(new Reading(nA, 0, 0, 0, List.of(), throttledA, lostA)),
        Optional.of(new Reading(nB, 0, 0, 0, List.of(), throttledB, lostB)),
        Optional.empty());
  }

  private static double e(long nA, long nB, long eA, long eB) {
    var block = new Block(nA, nB, eA, eB);
    var explained = ColdStarts.explained(block, block).orElseThrow();
    return Math.exp(ErrorProcess.START.observe(block, explained).logE());
  }
}

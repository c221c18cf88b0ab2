package ai.myrecruiter.picasso.workflows.judge;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.workflows.Property;
import ai.myrecruiter.picasso.workflows.Verdict;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What the judge makes of metrics as CloudWatch gives them: late, revised, missing, empty. */
final class JudgeDataLawsTest {
  private static final int RUNS = 150;
  private static final Criteria CRITERIA =
      new Criteria(
          new VersionNumber(2),
          new VersionNumber(3),
          new AlphaSpending(0.01),
          5,
          Optional.of(0.02));

  /** Sums that arrive in any order, and back and forth, end where punctual ones end. */
  @Test
  void usesEverythingOnceWhateverTheOrderInWhichItCame() {
    Property.holds(
        JudgeDataLawsTest.class,
        RUNS,
        random -> {
          var all = history(random, 12);
          var last = all.getLast();
          var state = start();
          for (var i = 0; i < 20; i++) {
            var seen = all.get(random.nextInt(all.size()));
            state = look(state, "jump-" + i, late(random, seen));
          }
          state = look(look(state, "last", last), "more", plus(last, 5_000));
          var punctual = look(look(start(), "last", last), "more", plus(last, 5_000));
          for (var part : parts(state)) {
            assertThat(part.errors()).isLessThanOrEqualTo(part.requests());
          }
          assertThat(parts(state)).isEqualTo(parts(punctual));
        });
  }

  /** Minutes that are revised down, to whatever, and come back teach nothing. */
  @Test
  void learnsNothingFromSumsThatFall() {
    Property.holds(
        JudgeDataLawsTest.class,
        RUNS,
        random -> {
          var all = history(random, 6);
          var before = feed(all);
          var revised =
              new CumulativeCounts(
                  Optional.of(scaled(random, all.getLast().stable().orElseThrow())),
                  Optional.of(scaled(random, all.getLast().candidate().orElseThrow())),
                  Optional.empty());
          var fallen = look(before, "revised", revised);
          sameEvidence(fallen, before);
          sameEvidence(look(fallen, "back", all.getLast()), before);
        });
  }

  /** A look without a metric is as no look: what came meanwhile is judged with the next one. */
  @Test
  void judgesAfterAGapWhatItWouldHaveJudgedWithoutIt() {
    Property.holds(
        JudgeDataLawsTest.class,
        RUNS,
        random -> {
          var all = history(random, 8);
          var gaps = start();
          var whole = start();
          for (var i = 0; i < all.size(); i++) {
            if (i < all.size() - 1 && random.nextBoolean()) {
              gaps = look(gaps, "look-" + i, without(random, all.get(i)));
              assertThat(Judge.judgement(gaps, CRITERIA).verdict()).isNotEqualTo(Verdict.PASS);
            } else {
              gaps = look(gaps, "look-" + i, all.get(i));
              whole = look(whole, "look-" + i, all.get(i));
            }
          }
          sameEvidence(gaps, whole);
          assertThat(parts(gaps)).isEqualTo(parts(whole));
        });
  }

  /** No traffic on one side is a factor of exactly 1, however bad the other side is. */
  @Test
  void learnsNothingWhileAVersionHasNoTraffic() {
    Property.holds(
        JudgeDataLawsTest.class,
        RUNS,
        random -> {
          var last = history(random, 5).getLast();
          var before = look(start(), "first", last);
          var stable = ofNewStage(last.stable().orElseThrow());
          var candidate = ofNewStage(last.candidate().orElseThrow());
          boolean idle = random.nextBoolean();
          var after =
              look(
                  before.newStage(),
                  "idle",
                  new CumulativeCounts(
                      Optional.of(idle ? more(stable, 300) : stable),
                      Optional.of(idle ? candidate : more(candidate, 300)),
                      Optional.empty()));
          assertThat(after.errors().logE()).isEqualTo(before.errors().logE());
          assertThat(after.latency().logE()).isEqualTo(before.latency().logE());
          assertThat(after.refusals().logE()).isEqualTo(before.refusals().logE());
          assertThat(Judge.judgement(after, CRITERIA).hasData()).isFalse();
          assertThat(Judge.judgement(after, CRITERIA).verdict()).isNotEqualTo(Verdict.PASS);
        });
  }

  private static JudgeState start() {
    return JudgeState.start(List.of(100L, 900L));
  }

  private static JudgeState look(JudgeState state, String id, CumulativeCounts sums) {
    return state.look(id, sums, CRITERIA);
  }

  private static JudgeState feed(List<CumulativeCounts> all) {
    var state = start();
    for (var i = 0; i < all.size(); i++) {
      state = look(state, "look-" + i, all.get(i));
    }
    return state;
  }

  private static void sameEvidence(JudgeState one, JudgeState other) {
    assertThat(one.errors().logE()).isEqualTo(other.errors().logE());
    assertThat(one.peakLogE()).isEqualTo(other.peakLogE());
    assertThat(one.latency().logE()).isEqualTo(other.latency().logE());
    assertThat(one.latency().peakLogE()).isEqualTo(other.latency().peakLogE());
    assertThat(one.refusals().logE()).isEqualTo(other.refusals().logE());
    assertThat(one.objective().peakLogE()).isEqualTo(other.objective().peakLogE());
  }

  /** What was used of each comparison's two sides. */
  private static List<Counts> parts(JudgeState state) {
    var counts = new ArrayList<Counts>();
    for (var comparisons : List.of(state.errors(), state.latency(), state.refusals())) {
      for (var part : comparisons.parts()) {
        counts.add(part.stable().used());
        counts.add(part.candidate().used());
      }
    }
    return counts;
  }

  /** Sums that rise from look to look. */
  private static List<CumulativeCounts> history(RandomGenerator random, int looks) {
    var all = new ArrayList<CumulativeCounts>();
    var stable = new Reading(0, 0, 0, 0, List.of(0L, 0L), 0, 0);
    var candidate = stable;
    for (var i = 0; i < looks; i++) {
      stable = grown(random, stable, 400);
      candidate = grown(random, candidate, 60);
      all.add(new CumulativeCounts(Optional.of(stable), Optional.of(candidate), Optional.empty()));
    }
    return all;
  }

  private static Reading grown(RandomGenerator random, Reading before, int most) {
    long requests = random.nextLong(1, most + 1L);
    var slow = random.nextLong(requests + 1);
    return new Reading(
        before.requests() + requests,
        before.errors() + random.nextLong(requests / 10 + 1),
        0,
        before.timed() + requests,
        List.of(before.slow().get(0) + slow, before.slow().get(1) + random.nextLong(slow + 1)),
        before.throttles() + random.nextLong(requests / 20 + 1),
        before.deadLetters() + random.nextLong(requests / 20 + 1));
  }

  /** The same with errors, or slow requests, or the requests themselves that have not come yet. */
  private static CumulativeCounts late(RandomGenerator random, CumulativeCounts sums) {
    return new CumulativeCounts(
        sums.stable().map(reading -> late(random, reading)),
        sums.candidate().map(reading -> late(random, reading)),
        Optional.empty());
  }

  private static Reading late(RandomGenerator random, Reading reading) {
    return new Reading(
        part(random, reading.requests()),
        part(random, reading.errors()),
        0,
        part(random, reading.timed()),
        reading.slow().stream().map(sum -> part(random, sum)).toList(),
        0,
        part(random, reading.deadLetters()));
  }

  private static Reading scaled(RandomGenerator random, Reading reading) {
    var share = random.nextDouble();
    return new Reading(
        (long) (reading.requests() * share),
        (long) (reading.errors() * share),
        0,
        (long) (reading.timed() * share),
        reading.slow().stream().map(sum -> (long) (sum * share)).toList(),
        (long) (reading.throttles() * share),
        (long) (reading.deadLetters() * share));
  }

  private static long part(RandomGenerator random, long sum) {
    return random.nextInt(3) == 0 ? random.nextLong(sum + 1) : sum;
  }

  private static CumulativeCounts without(RandomGenerator random, CumulativeCounts sums) {
    var which = random.nextInt(3);
    return new CumulativeCounts(
        which == 0 ? sums.stable() : Optional.empty(),
        which == 1 ? sums.candidate() : Optional.empty(),
        Optional.empty());
  }

  private static CumulativeCounts plus(CumulativeCounts sums, long requests) {
    return new CumulativeCounts(
        sums.stable().map(reading -> plus(reading, requests)),
        sums.candidate().map(reading -> plus(reading, requests)),
        Optional.empty());
  }

  /** More requests, all of them good: what was carried finds its place. */
  private static Reading plus(Reading before, long requests) {
    return new Reading(
        before.requests() + requests,
        before.errors(),
        0,
        before.timed() + requests,
        before.slow(),
        before.throttles(),
        before.deadLetters());
  }

  /** As a stage begins: durations are counted anew. */
  private static Reading ofNewStage(Reading before) {
    return new Reading(
        before.requests(),
        before.errors(),
        0,
        0,
        List.of(0L, 0L),
        before.throttles(),
        before.deadLetters());
  }

  /** More requests, all of them bad. */
  private static Reading more(Reading before, long requests) {
    return new Reading(
        before.requests() + requests,
        before.errors() + requests,
        0,
        before.timed() + requests,
        before.slow().stream().map(sum -> sum + requests).toList(),
        before.throttles(),
        before.deadLetters() + requests);
  }
}

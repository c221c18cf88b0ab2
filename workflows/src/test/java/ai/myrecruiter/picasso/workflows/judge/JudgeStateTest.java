package ai.myrecruiter.picasso.workflows.judge;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.workflows.Property;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class JudgeStateTest {
  private static final Criteria CRITERIA =
      new Criteria(new VersionNumber(2), new VersionNumber(3), new AlphaSpending(0.01), 5);
  private static final JudgeState ONE_LOOK = look(JudgeState.START, "1", 900, 1, 100, 4);

  @Test
  void judgesWhatIsNewSinceTheLastLook() {
    var state = look(ONE_LOOK, "2", 1_800, 2, 200, 8);
    var expected =
        ErrorProcess.START.observe(new Block(900, 100, 1, 4)).observe(new Block(900, 100, 1, 4));
    assertThat(state.process()).isEqualTo(expected);
    assertThat(state.looks()).isEqualTo(2);
    assertThat(state.candidate().used()).isEqualTo(new Counts(200, 8));
  }

  @Test
  void countsARepeatedLookOnce() {
    assertThat(look(ONE_LOOK, "1", 900, 1, 100, 4)).isSameAs(ONE_LOOK);
    assertThat(look(ONE_LOOK, "1", 5_000, 1, 5_000, 400)).isSameAs(ONE_LOOK);
  }

  @Test
  void learnsNothingFromTheSameSumsUnderANewId() {
    var again = look(ONE_LOOK, "2", 900, 1, 100, 4);
    assertThat(again.process()).isEqualTo(ONE_LOOK.process());
    assertThat(again.stable().used()).isEqualTo(ONE_LOOK.stable().used());
  }

  @Test
  void carriesErrorsThatCameBeforeTheirRequests() {
    var early = look(JudgeState.START, "1", 10, 0, 2, 5);
    assertThat(early.candidate().used()).isEqualTo(new Counts(2, 2));
    var late = look(early, "2", 20, 0, 10, 5);
    assertThat(late.candidate().used()).isEqualTo(new Counts(10, 5));
  }

  @Test
  void waitsWhenCloudWatchRevisesASumDown() {
    var revised = look(ONE_LOOK, "2", 850, 0, 90, 3);
    assertThat(revised.process()).isEqualTo(ONE_LOOK.process());
    assertThat(revised.stable().used()).isEqualTo(ONE_LOOK.stable().used());
    var later = look(revised, "3", 1_000, 1, 110, 4);
    assertThat(later.stable().used()).isEqualTo(new Counts(1_000, 1));
    assertThat(later.candidate().used()).isEqualTo(new Counts(110, 4));
  }

  @Test
  void judgesNothingWhileAMetricIsMissing() {
    var missing =
        ONE_LOOK.look(
            "2",
            new CumulativeCounts(
                Optional.empty(), Optional.of(Reading.of(new Tally(150, 50))), Optional.empty()),
            CRITERIA);
    assertThat(missing.process()).isEqualTo(ONE_LOOK.process());
    assertThat(missing.complete()).isFalse();
    assertThat(missing.candidate().used()).isEqualTo(ONE_LOOK.candidate().used());
    assertThat(missing.badRequests().errors()).isEqualTo(50);
    var back = look(missing, "3", 1_800, 2, 200, 8);
    assertThat(back.process()).isEqualTo(look(ONE_LOOK, "2", 1_800, 2, 200, 8).process());
  }

  @Test
  void neverForgetsItsPeak() {
    var bad = look(JudgeState.START, "1", 900, 0, 100, 3);
    var better = look(bad, "2", 20_000, 500, 4_000, 4);
    assertThat(better.process().logE()).isLessThan(bad.process().logE());
    assertThat(better.peakLogE()).isEqualTo(bad.process().logE());
  }

  @Test
  void startsAStageWithItsOwnCountsAndKeepsTheEvidence() {
    var next = ONE_LOOK.newStage();
    assertThat(next.candidate().stage()).isEqualTo(Counts.NONE);
    assertThat(next.stable().stage()).isEqualTo(Counts.NONE);
    assertThat(next.process()).isEqualTo(ONE_LOOK.process());
    assertThat(look(next, "2", 1_000, 1, 200, 4).candidate().stage()).isEqualTo(new Counts(100, 0));
    assertThat(next.newStage()).isEqualTo(next);
  }

  @Test
  void measuresBadRequestsAboveTheOldVersionsRate() {
    var state = look(JudgeState.START, "1", 1_000, 10, 100, 31);
    assertThat(state.badRequests()).isEqualTo(new BadRequests(31, 30));
    assertThat(look(JudgeState.START, "1", 1_000, 10, 1_000, 3).badRequests())
        .isEqualTo(new BadRequests(3, 0));
    assertThat(look(JudgeState.START, "1", 0, 0, 10, 3).badRequests())
        .isEqualTo(new BadRequests(3, 3));
  }

  @Test
  void readsBackFromJsonToTheLastBit() {
    Property.holds(
        JudgeStateTest.class,
        100,
        random -> {
          var state = JudgeState.START;
          for (var i = 0; i < 10; i++) {
            state =
                look(
                    random.nextInt(4) == 0 ? state.newStage() : state,
                    "look-" + i,
                    random.nextInt(5_000),
                    random.nextInt(50),
                    random.nextInt(5_000),
                    random.nextInt(50));
          }
          var json = Contracts.write(state);
          assertThat(Contracts.read(json, JudgeState.class)).isEqualTo(state);
          assertThat(Contracts.write(Contracts.read(json, JudgeState.class))).isEqualTo(json);
        });
  }

  /** However sums jump about, what is used never falls, and never has more errors than requests. */
  @Test
  void neverUsesMoreThanWasSeen() {
    Property.holds(
        JudgeStateTest.class,
        200,
        random -> {
          var state = JudgeState.START;
          long mostRequests = 0;
          long mostErrors = 0;
          for (var i = 0; i < 30; i++) {
            var requests = random.nextInt(100 * (i + 1));
            var errors = random.nextInt(20 * (i + 1));
            mostRequests = Math.max(mostRequests, requests);
            mostErrors = Math.max(mostErrors, errors);
            var next = look(state, "look-" + i, 50, 1, requests, errors);
            assertThat(next.candidate().used().requests())
                .isGreaterThanOrEqualTo(state.candidate().used().requests())
                .isEqualTo(mostRequests);
            assertThat(next.candidate().used().errors())
                .isGreaterThanOrEqualTo(state.candidate().used().errors())
                .isLessThanOrEqualTo(mostErrors);
            state = next;
          }
        });
  }

  private static JudgeState look(JudgeState state, String id, long nA, long eA, long nB, long eB) {
    return state.look(id, CumulativeCounts.of(new Tally(nA, eA), new Tally(nB, eB)), CRITERIA);
  }
}

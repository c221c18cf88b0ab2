package ai.myrecruiter.picasso.workflows.judge;

import static ai.myrecruiter.picasso.workflows.judge.StageAction.CONTINUE;
import static ai.myrecruiter.picasso.workflows.judge.StageAction.FAIL;
import static ai.myrecruiter.picasso.workflows.judge.StageAction.HOLD;
import static ai.myrecruiter.picasso.workflows.judge.StageAction.PASS;
import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.workflows.VersionNumber;
import ai.myrecruiter.picasso.workflows.plan.OnInconclusive;
import ai.myrecruiter.picasso.workflows.plan.Watch;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class StageDecisionTest {
  private static final Judgement GOOD = judge(90_000, 90, 10_000, 9);
  private static final Judgement BAD = judge(900, 0, 100, 30);
  private static final Judgement THIN = judge(900, 1, 100, 0);
  private static final Judgement NOTHING = judge(900, 1, 0, 0);

  @Test
  void goesBackAtOnceOnAFailure() {
    for (var policy : OnInconclusive.values()) {
      assertThat(decide(policy, 0, BAD)).isEqualTo(FAIL);
      assertThat(decide(policy, 99, BAD)).isEqualTo(FAIL);
    }
  }

  @Test
  void goesOnWithEvidenceOnceTheShortestTimeIsOver() {
    for (var policy : OnInconclusive.values()) {
      assertThat(decide(policy, 9, GOOD)).isEqualTo(CONTINUE);
      assertThat(decide(policy, 10, GOOD)).isEqualTo(PASS);
    }
  }

  @Test
  void watchesWhatIsInconclusiveUpToTheLongestTime() {
    for (var policy : OnInconclusive.values()) {
      assertThat(decide(policy, 10, THIN)).isEqualTo(CONTINUE);
      assertThat(decide(policy, 29, THIN)).isEqualTo(CONTINUE);
    }
  }

  @Test
  void thenDoesWhatThePlanSays() {
    assertThat(decide(OnInconclusive.EXTEND, 30, THIN)).isEqualTo(HOLD);
    assertThat(decide(OnInconclusive.HOLD, 30, THIN)).isEqualTo(HOLD);
    assertThat(decide(OnInconclusive.PASS, 30, THIN)).isEqualTo(PASS);
    assertThat(decide(OnInconclusive.ROLLBACK, 30, THIN)).isEqualTo(FAIL);
  }

  @Test
  void neverPassesAStageWithoutData() {
    assertThat(decide(OnInconclusive.PASS, 30, NOTHING)).isEqualTo(HOLD);
    assertThat(decide(OnInconclusive.PASS, 9_999, NOTHING)).isEqualTo(HOLD);
    assertThat(decide(OnInconclusive.ROLLBACK, 30, NOTHING)).isEqualTo(FAIL);
  }

  @Test
  void saysWhyForAReleaseManager() {
    assertThat(sentence(OnInconclusive.PASS, 30, THIN))
        .startsWith("No evidence against version 3 (e = 0.")
        .endsWith("30m are over; the plan says to go on then.");
    assertThat(sentence(OnInconclusive.PASS, 30, NOTHING))
        .endsWith("but not without data: a person must decide.");
    assertThat(sentence(OnInconclusive.HOLD, 9, GOOD)).endsWith("Watching until 10m are over.");
    assertThat(sentence(OnInconclusive.HOLD, 9, BAD)).startsWith("Errors: version 3 fails more");
  }

  private static StageAction decide(OnInconclusive policy, int minutes, Judgement judgement) {
    return decision(policy, minutes, judgement).action();
  }

  private static String sentence(OnInconclusive policy, int minutes, Judgement judgement) {
    return decision(policy, minutes, judgement).sentence();
  }

  private static StageDecision decision(OnInconclusive policy, int minutes, Judgement judgement) {
    var watch =
        new Watch(
            "tenth",
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofSeconds(10),
            policy);
    return StageDecision.decide(watch, Duration.ofMinutes(minutes), judgement);
  }

  private static Judgement judge(long nA, long eA, long nB, long eB) {
    return Judge.look(
        JudgeState.START,
        "1",
        CumulativeCounts.of(new Tally(nA, eA), new Tally(nB, eB)),
        new Criteria(new VersionNumber(2), new VersionNumber(3), new AlphaSpending(0.01), 5));
  }
}

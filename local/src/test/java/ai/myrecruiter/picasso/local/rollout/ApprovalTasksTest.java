package ai.myrecruiter.picasso.local.rollout;

import static ai.myrecruiter.picasso.local.rollout.TaskBench.ONE;
import static ai.myrecruiter.picasso.local.rollout.TaskBench.PLAN;
import static ai.myrecruiter.picasso.local.rollout.TaskBench.TWO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.tasks.rollout.RequestApproval;
import ai.myrecruiter.picasso.tasks.rollout.VerifyApproval;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import ai.myrecruiter.picasso.workflows.lease.LeaseLost;
import ai.myrecruiter.picasso.workflows.rollout.ApprovalAnswer;
import ai.myrecruiter.picasso.workflows.rollout.ApprovalReason;
import ai.myrecruiter.picasso.workflows.rollout.NextStep;
import ai.myrecruiter.picasso.workflows.rollout.PendingApproval;
import ai.myrecruiter.picasso.workflows.rollout.RolloutStatus;
import ai.myrecruiter.picasso.workflows.rollout.Run;
import ai.myrecruiter.picasso.workflows.rollout.Step;
import ai.myrecruiter.picasso.workflows.rollout.Turn;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ApprovalTasksTest {
  private static final NextStep BEFORE_HALF = new NextStep(Step.APPROVE, 1, 0, 600, "Next is half");
  private static final NextStep HELD_TENTH = new NextStep(Step.HOLD, 0, 2, 600, "Undecided");
  private static final String EXPIRED = "{\"decision\":\"expired\",\"by\":\"nobody\"}";
  private final TaskBench bench = new TaskBench();

  @AfterEach
  void close() {
    bench.close();
  }

  private Run observing() {
    var now = bench.now();
    return bench.owned(r ->
        r.preflighting(now)
            .publishing(ONE, now)
            .published(TWO, now)
            .shifting(0, now)
            .observing(now));
  }

  private Turn ask(Run run, NextStep next, String token) {
    var question = new RequestApproval.Question(run, next, token);
    return bench.run(new RequestApproval(bench.ports()), question, Turn.class);
  }

  private Turn verify(Run run, NextStep next, String answer) {
    try {
      var request = new VerifyApproval.Request(run, next, new ObjectMapper().readTree(answer));
      return bench.run(new VerifyApproval(bench.ports()), request, Turn.class);
    } catch (JsonProcessingException e) {
      throw new AssertionError(answer, e);
    }
  }

  private static String answer(boolean approved, String by, String stage, String digest) {
    return Contracts.write(
        new ApprovalAnswer(approved, by, stage, digest, Optional.of("the numbers")));
  }

  private static String yes(String by) {
    return answer(true, by, "half", PLAN.digest());
  }

  private PendingApproval pending() {
    return bench.rollout().approval().orElseThrow();
  }

  @Test
  void writesTheQuestionWithItsTokenAndItsEnd() {
    var run = observing();
    assertThat(ask(run, BEFORE_HALF, "token-1").next()).isEqualTo(BEFORE_HALF);
    assertThat(bench.rollout().status()).isEqualTo(RolloutStatus.AWAITING_APPROVAL);
    assertThat(pending().stage()).isEqualTo("half");
    assertThat(pending().reason()).isEqualTo(ApprovalReason.BEFORE_STAGE);
    assertThat(pending().taskToken()).isEqualTo("token-1");
    assertThat(pending().planDigest()).isEqualTo(PLAN.digest());
    assertThat(pending().expiresAt()).isEqualTo(bench.now().plusSeconds(600));
  }

  @Test
  void asksAboutAHeldStageToo() {
    ask(observing(), HELD_TENTH, "token-1");
    assertThat(pending().stage()).isEqualTo("tenth");
    assertThat(pending().reason()).isEqualTo(ApprovalReason.HELD);
  }

  @Test
  void theSameQuestionTwiceIsOneAndANewTokenReplacesTheOld() {
    var run = observing();
    ask(run, BEFORE_HALF, "token-1");
    var record = bench.rollout();
    ask(run, BEFORE_HALF, "token-1");
    assertThat(bench.rollout()).isEqualTo(record);
    ask(run, BEFORE_HALF, "token-2");
    assertThat(pending().taskToken()).isEqualTo("token-2");
  }

  @Test
  void asksNothingUnderAnOldToken() {
    var run = observing();
    bench.takeOver();
    assertThatThrownBy(() -> ask(run, BEFORE_HALF, "token-1")).isInstanceOf(LeaseLost.class);
    assertThat(bench.rollout().approval()).isEmpty();
  }

  @Test
  void anApprovalShiftsToTheStage() {
    var run = observing();
    ask(run, BEFORE_HALF, "token-1");
    var turn = verify(run, BEFORE_HALF, yes("bob"));
    assertThat(turn.next().step()).isEqualTo(Step.SHIFT);
    assertThat(turn.next().stage()).isEqualTo(1);
    assertThat(turn.next().sentence()).isEqualTo("bob approved half: the numbers");
    assertThat(bench.rollout().approval()).isEmpty();
  }

  @Test
  void anApprovalOfAHeldStagePassesIt() {
    var run = observing();
    ask(run, HELD_TENTH, "token-1");
    var turn = verify(run, HELD_TENTH, answer(true, "bob", "tenth", PLAN.digest()));
    assertThat(turn.next().step()).isEqualTo(Step.APPROVE);
    assertThat(turn.next().stage()).isEqualTo(1);
  }

  @Test
  void givesTheSameAnswerWhenItRunsTwice() {
    var run = observing();
    ask(run, BEFORE_HALF, "token-1");
    var first = verify(run, BEFORE_HALF, yes("bob"));
    var record = bench.rollout();
    assertThat(verify(run, BEFORE_HALF, yes("bob"))).isEqualTo(first);
    assertThat(bench.rollout()).isEqualTo(record);
  }

  @Test
  void aRejectionGoesBackInThePersonsName() {
    var run = observing();
    ask(run, BEFORE_HALF, "token-1");
    var turn = verify(run, BEFORE_HALF, answer(false, "bob", "half", PLAN.digest()));
    assertThat(turn.next().step()).isEqualTo(Step.REJECT);
    assertThat(turn.next().sentence()).isEqualTo("bob rejected half: the numbers");
  }

  @Test
  void theStartersOwnConsentDoesNotCountAndTheRestOfTheTimeIsLeft() {
    var run = observing();
    ask(run, BEFORE_HALF, "token-1");
    bench.stage.virtualLoop().runFor(Duration.ofSeconds(200));
    var turn = verify(run, BEFORE_HALF, yes("alice"));
    assertThat(turn.next().step()).isEqualTo(Step.APPROVE);
    assertThat(turn.next().waitSeconds()).isEqualTo(400);
    assertThat(turn.next().sentence())
        .contains("An answer did not count")
        .contains("$.by = alice: must be another person than the one who started the rollout");
    assertThat(bench.rollout().approval()).isPresent();
  }

  @Test
  void anAnswerForAnotherStageOrPlanDoesNotCount() {
    var run = observing();
    ask(run, BEFORE_HALF, "token-1");
    var turn = verify(run, BEFORE_HALF, answer(true, "bob", "tenth", "0".repeat(64)));
    assertThat(turn.next().sentence())
        .contains("$.stage = tenth: must be the stage that waits (half)")
        .contains("$.planDigest = 0000");
    assertThat(turn.next().step()).isEqualTo(Step.APPROVE);
  }

  @Test
  void whatIsNoAnswerDoesNotCount() {
    var run = observing();
    ask(run, BEFORE_HALF, "token-1");
    for (var text : new String[] {"{}", "[]", "\"yes\"", "{\"approved\":\"perhaps\"}"}) {
      var turn = verify(run, BEFORE_HALF, text);
      assertThat(turn.next().step()).isEqualTo(Step.APPROVE);
      assertThat(turn.next().sentence()).contains("use picasso rollout approve");
    }
  }

  @Test
  void anAnswerAfterItsTimeDoesNotCount() {
    var run = observing();
    ask(run, BEFORE_HALF, "token-1");
    bench.stage.virtualLoop().runFor(Duration.ofSeconds(601));
    var turn = verify(run, BEFORE_HALF, yes("bob"));
    assertThat(turn.next().step()).isEqualTo(Step.APPROVE);
    assertThat(turn.next().waitSeconds()).isEqualTo(1);
    assertThat(turn.next().sentence()).contains("$.at");
  }

  @Test
  void silenceCountsAsThePlansDefault() {
    var run = observing();
    ask(run, BEFORE_HALF, "token-1");
    var turn = verify(run, BEFORE_HALF, EXPIRED);
    assertThat(turn.next().step()).isEqualTo(Step.REJECT);
    assertThat(turn.next().sentence())
        .isEqualTo("Nobody answered for half; the default is to go back");
    assertThat(bench.rollout().approval()).isEmpty();
  }
}

package ai.myrecruiter.picasso.workflows.rollout;

import static ai.myrecruiter.picasso.workflows.rollout.Rollouts.at;
import static ai.myrecruiter.picasso.workflows.rollout.Rollouts.question;
import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.workflows.Finding;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PendingApprovalTest {
  private static final PendingApproval QUESTION = question("half", ApprovalReason.BEFORE_STAGE);
  private static final ApprovalAnswer YES =
      new ApprovalAnswer(true, "ben", "half", QUESTION.planDigest(), Optional.of("looks good"));

  @Test
  void acceptsAnAnswerToWhatWasAsked() {
    assertThat(QUESTION.check(YES, "ana", at(3_599))).isEmpty();
  }

  @Test
  void isBoundToStageAndPlan() {
    var other = new ApprovalAnswer(true, "ben", "tenth", "0".repeat(64), Optional.empty());
    assertThat(QUESTION.check(other, "ana", at(0)))
        .extracting(Finding::path)
        .containsExactly("$.stage", "$.planDigest");
  }

  @Test
  void wantsAnotherPersonToApproveButLetsTheStarterReject() {
    assertThat(QUESTION.check(YES, "ben", at(0))).extracting(Finding::path).containsExactly("$.by");
    var no = new ApprovalAnswer(false, "ben", "half", QUESTION.planDigest(), Optional.empty());
    assertThat(QUESTION.check(no, "ben", at(0))).isEmpty();
    var nobody = new ApprovalAnswer(true, " ", "half", QUESTION.planDigest(), Optional.empty());
    assertThat(QUESTION.check(nobody, "ana", at(0))).hasSize(1);
  }

  @Test
  void refusesAnAnswerAfterItHasExpired() {
    assertThat(QUESTION.check(YES, "ana", at(3_600)))
        .extracting(Finding::path)
        .containsExactly("$.at");
  }

  @Test
  void readsBackFromJson() {
    assertThat(Contracts.read(Contracts.write(QUESTION), PendingApproval.class))
        .isEqualTo(QUESTION);
    assertThat(Contracts.write(QUESTION)).contains("\"default\":\"reject\"");
    assertThat(Contracts.read(Contracts.write(YES), ApprovalAnswer.class)).isEqualTo(YES);
  }
}

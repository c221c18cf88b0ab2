package ai.myrecruiter.picasso.workflows.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import ai.myrecruiter.picasso.workflows.stack.StackChange;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class GivenUpTest {
  private static final Instant AT = Instant.parse("2026-11-02T08:00:00Z");
  private static final Deployment BEGUN =
      Deployment.begun(
          Environment.STAGING,
          new RolloutId("rollout-1"),
          new StackChange(
              "000000000000",
              "us-east-1",
              "picasso-staging-payload",
              "https://stage.test/t.json",
              "0".repeat(64),
              List.of(),
              Map.of()),
          "alice",
          AT);
  private static final Deployment EXECUTING =
      BEGUN
          .proposed("set", AT)
          .to(DeploymentStatus.CLEARED, "clear", AT)
          .to(DeploymentStatus.EXECUTING, "executes", AT);
  private static final Deployment BACK = EXECUTING.to(DeploymentStatus.ROLLING_BACK, "back", AT);

  private static Deployment after(Deployment before, String status) {
    return GivenUp.after(before, Optional.of(status).filter(it -> !it.isEmpty()), "Timeout", AT);
  }

  private static String last(Deployment deployment) {
    return deployment.entries().getLast().sentence();
  }

  @ParameterizedTest
  @CsvSource({
    "UPDATE_COMPLETE, COMPLETED",
    "UPDATE_ROLLBACK_COMPLETE, ROLLED_BACK",
    "UPDATE_ROLLBACK_FAILED, STUCK",
    "DELETE_COMPLETE, STUCK",
    "UPDATE_IN_PROGRESS, EXECUTING",
    "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS, EXECUTING",
    "UPDATE_ROLLBACK_IN_PROGRESS, ROLLING_BACK"
  })
  void saysOfAnExecutionWhatCloudFormationSays(String stack, DeploymentStatus record) {
    var settled = after(EXECUTING, stack);
    assertThat(settled.status()).isEqualTo(record);
    assertThat(settled.entries().toString()).contains("Timeout");
  }

  @ParameterizedTest
  @CsvSource({
    "UPDATE_ROLLBACK_COMPLETE, ROLLED_BACK",
    "UPDATE_ROLLBACK_FAILED, STUCK",
    "UPDATE_ROLLBACK_IN_PROGRESS, ROLLING_BACK",
    "UPDATE_COMPLETE, STUCK",
    "'', STUCK"
  })
  void neverCallsAWayBackASuccess(String stack, DeploymentStatus record) {
    assertThat(after(BACK, stack).status()).isEqualTo(record);
  }

  @Test
  void refusesWhatCloudFormationNeverBegan() {
    assertThat(after(EXECUTING, "").status()).isEqualTo(DeploymentStatus.REFUSED);
    assertThat(last(after(EXECUTING, ""))).contains("never began").contains("Timeout");
    assertThat(after(BEGUN, "").status()).isEqualTo(DeploymentStatus.REFUSED);
  }

  @Test
  void saysWhatToDoWithAStackThatCouldNotGoBack() {
    assertThat(last(after(EXECUTING, "UPDATE_ROLLBACK_FAILED")))
        .contains("aws cloudformation continue-update-rollback");
  }

  @Test
  void saysThatNothingWasReleased() {
    assertThat(last(after(EXECUTING, "UPDATE_COMPLETE"))).contains("Nothing of it was released");
  }

  @Test
  void waitsFromTheFirstLookOn() {
    assertThat(GivenUp.waitingSince(EXECUTING)).isEmpty();
    var once = after(EXECUTING, "UPDATE_IN_PROGRESS");
    var later = Optional.of("UPDATE_ROLLBACK_IN_PROGRESS");
    var twice = GivenUp.after(once, later, "Timeout", AT.plusSeconds(60));
    assertThat(GivenUp.waitingSince(once)).contains(AT);
    assertThat(GivenUp.waitingSince(twice)).contains(AT);
    assertThat(after(once, "UPDATE_IN_PROGRESS")).isEqualTo(once);
  }

  @ParameterizedTest
  @EnumSource(
      value = DeploymentStatus.class,
      names = {"ROLLED_BACK", "STUCK", "COMPLETED"})
  void leavesWhatHasEnded(DeploymentStatus end) {
    var ended = EXECUTING.to(end, "end", AT);
    assertThat(after(ended, "UPDATE_IN_PROGRESS")).isSameAs(ended);
  }
}

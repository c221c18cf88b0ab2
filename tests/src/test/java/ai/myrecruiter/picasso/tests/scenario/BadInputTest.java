package ai.myrecruiter.picasso.tests.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.workflows.VersionNumber;
import ai.myrecruiter.picasso.workflows.lease.Lease;
import ai.myrecruiter.picasso.workflows.rollout.AliasWeights;
import ai.myrecruiter.picasso.workflows.rollout.RolloutStatus;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class BadInputTest {
  private final Rehearsal rehearsal = new Rehearsal(4);

  @AfterEach
  void close() {
    assertThat(rehearsal.alias().weights()).isEqualTo(AliasWeights.all(new VersionNumber(1)));
    assertThat(rehearsal.lease().map(Lease::held).orElse(false)).isFalse();
    rehearsal.close();
  }

  @Test
  void refusesAnAlarmThatDoesNotExist() {
    rehearsal.upload("two");
    var id = rehearsal.start(Rehearsal.QUICK_PLAN.replace("chat-errors", "no-such-alarm"));
    var execution = rehearsal.runToEnd(id);
    assertThat(execution.error()).endsWith("InvalidInput");
    assertThat(execution.cause())
        .contains("$.plan.alarms[1]")
        .contains("picasso-staging-no-such-alarm")
        .contains("must be an alarm that exists")
        .contains("correct the name");
    assertThat(rehearsal.rollout(id).status()).isEqualTo(RolloutStatus.REFUSED);
  }

  @Test
  void refusesAnAlarmThatIsRinging() {
    rehearsal.upload("two");
    rehearsal
        .stage()
        .cloudWatch()
        .setAlarmState(request ->
            request
                .alarmName("picasso-staging-chat-errors")
                .stateValue("ALARM")
                .stateReason("drill"));
    rehearsal.runFor(Duration.ofSeconds(5));
    var execution = rehearsal.runToEnd(rehearsal.start(Rehearsal.QUICK_PLAN));
    assertThat(execution.error()).endsWith("PreflightRefused");
    assertThat(execution.cause()).contains("picasso-staging-chat-errors is in ALARM");
  }

  @Test
  void refusesCodeThatIsLiveAlready() {
    var execution = rehearsal.runToEnd(rehearsal.start(Rehearsal.QUICK_PLAN));
    assertThat(execution.error()).endsWith("PreflightRefused");
    assertThat(execution.cause()).contains("must have code that is not live already");
  }

  @Test
  void refusesCodeThatIsNotTheOneThatWasReviewed() {
    rehearsal.upload("two");
    var execution =
        rehearsal.runToEnd(
            rehearsal.start(Rehearsal.QUICK_PLAN, Optional.of("A".repeat(43) + "=")));
    assertThat(execution.error()).endsWith("PreflightRefused");
    assertThat(execution.cause()).contains("$.codeSha256");
  }
}

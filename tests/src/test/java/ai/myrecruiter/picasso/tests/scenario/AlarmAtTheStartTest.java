package ai.myrecruiter.picasso.tests.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.workflows.VersionNumber;
import ai.myrecruiter.picasso.workflows.lease.Lease;
import ai.myrecruiter.picasso.workflows.rollout.AliasWeights;
import ai.myrecruiter.picasso.workflows.rollout.DecidedBy;
import ai.myrecruiter.picasso.workflows.rollout.Outcome;
import ai.myrecruiter.picasso.workflows.rollout.RolloutStatus;
import java.time.Duration;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** An alarm goes off about when a rollout starts: whatever comes first, the alarm is named. */
final class AlarmAtTheStartTest {
  private static final String ALARM = "picasso-staging-cross-tenant-attempts";
  private final Rehearsal rehearsal = new Rehearsal(6);

  @AfterEach
  void close() {
    rehearsal.close();
  }

  private void ring() {
    rehearsal
        .stage()
        .cloudWatch()
        .setAlarmState(set ->
            set.alarmName(ALARM).stateValue("ALARM").stateReason("3 attempts in 10 seconds"));
  }

  /** Milliseconds from the alarm to the start; below 0 the rollout starts first. */
  @ParameterizedTest
  @ValueSource(longs = {-2_000, -500, -100, -10, -1, 0, 1, 10, 100, 500, 2_000})
  void namesTheAlarmWhicheverComesFirst(long millis) {
    rehearsal.upload("two");
    if (millis >= 0) {
      ring();
      rehearsal.runFor(Duration.ofMillis(millis));
    }
    var id = rehearsal.start(Rehearsal.QUICK_PLAN);
    if (millis < 0) {
      rehearsal.runFor(Duration.ofMillis(-millis));
      ring();
    }
    var execution = rehearsal.runToEnd(id);
    rehearsal.runFor(Duration.ofMinutes(1));

    assertThat(execution.status()).isIn(ExecutionStatus.ABORTED, ExecutionStatus.FAILED);
    assertThat(rehearsal.alias().weights()).isEqualTo(AliasWeights.all(new VersionNumber(1)));
    assertThat(rehearsal.lease().map(Lease::held)).contains(false);
    var record = rehearsal.rollout(id);
    assertThat(record.status()).isIn(RolloutStatus.REFUSED, RolloutStatus.ROLLED_BACK);
    assertThat(record.outcome().map(Outcome::sentence).orElse(""))
        .contains(ALARM)
        .contains("3 attempts in 10 seconds");
  }

  @Test
  void saysWhenTheAlarmSawTheFault() {
    rehearsal.traffic(5);
    rehearsal.upload("two");
    var id = rehearsal.start(Rehearsal.QUICK_PLAN);
    rehearsal.runUntil(() -> rehearsal.alias().weights().isSplit());
    var rangAt = rehearsal.now();
    ring();
    rehearsal.runToEnd(id);
    rehearsal.runFor(Duration.ofMinutes(1));

    var outcome = rehearsal.rollout(id).outcome().orElseThrow();
    assertThat(outcome.decidedBy()).isEqualTo(DecidedBy.ALARM);
    assertThat(outcome.firstFaultAt()).isPresent();
    assertThat(Duration.between(outcome.firstFaultAt().orElseThrow(), rangAt))
        .isLessThan(Duration.ofSeconds(1));
    assertThat(outcome.faultToStable()).get().matches(between(Duration.ofSeconds(10)));
    assertThat(rehearsal.execution(id).cause()).startsWith("Alarm " + ALARM + " went off:");
  }

  private static Predicate<Duration> between(Duration most) {
    return time -> !time.isNegative() && time.compareTo(most) <= 0;
  }
}

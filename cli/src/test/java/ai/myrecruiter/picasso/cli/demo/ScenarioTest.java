package ai.myrecruiter.picasso.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.plan.Stage;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ScenarioTest {
  private static final Duration ALARM_PERIOD = Duration.ofSeconds(10);

  @Test
  void eachReleaseStartsFromTheVersionThatServesByThen() {
    assertThat(Scenario.ALL).extracting(s -> s.stable().value()).containsExactly(1L, 2L, 2L);
    assertThat(Scenario.ALL).extracting(s -> s.candidate().value()).containsExactly(2L, 3L, 4L);
  }

  @Test
  void theAlarmIsOneOfThePlans() {
    var alarms = DemoPlan.read().alarmNames(Environment.STAGING);

    assertThat(Scenario.ALL)
        .extracting(Scenario::expected)
        .filteredOn(expected -> expected instanceof Expected.RollbackByAlarm)
        .extracting(expected -> ((Expected.RollbackByAlarm) expected).alarm())
        .isNotEmpty()
        .allMatch(alarms::contains);
  }

  @Test
  void thePlanLastsLongerThanTheAlarmNeeds() {
    var plan = DemoPlan.read();
    var watched =
        plan.stages().stream().map(Stage::duration).reduce(plan.bake().duration(), Duration::plus);

    assertThat(watched)
        .isGreaterThan(ALARM_PERIOD.plusSeconds(5))
        .isLessThan(Duration.ofSeconds(30));
  }

  @Test
  void troublesAreMadeByTheStageNotByThePayload() {
    assertThat(new Trouble.Healthy().faults().errorRate()).isZero();
    assertThat(new Trouble.FailingRequests(0.3).faults().errorRate()).isEqualTo(0.3);
    assertThat(new Trouble.CrossTenantAccess(1).faults().emissions()).hasSize(1);
    assertThat(new Trouble.CrossTenantAccess(1).faults().errorRate()).isZero();
  }
}

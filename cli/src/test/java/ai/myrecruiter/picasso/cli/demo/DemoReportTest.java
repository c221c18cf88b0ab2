package ai.myrecruiter.picasso.cli.demo;

import static ai.myrecruiter.picasso.cli.Records.at;
import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.cli.Golden;
import ai.myrecruiter.picasso.cli.output.Style;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DemoReportTest {
  private static final ScenarioReport PROMOTED =
      ScenarioReport.of(
          Observations.scenario(new Trouble.Healthy(), new Expected.Promotion()),
          Observations.promoted());
  private static final ScenarioReport CAUGHT =
      ScenarioReport.of(
          Observations.scenario(new Trouble.FailingRequests(0.3), new Expected.RollbackByJudge()),
          Observations.caught());
  private static final ScenarioReport ALARMED =
      ScenarioReport.of(
          Observations.scenario(
              new Trouble.CrossTenantAccess(1),
              new Expected.RollbackByAlarm("picasso-staging-cross-tenant-attempts")),
          Observations.alarmed());
  private static final ScenarioReport WRONG =
      ScenarioReport.of(
          Observations.scenario(new Trouble.Healthy(), new Expected.Promotion()),
          Observations.caught());

  @Test
  void isOkOnlyIfEveryScenarioIs() {
    assertThat(DemoReport.of(List.of(PROMOTED, CAUGHT, ALARMED)).ok()).isTrue();
    assertThat(DemoReport.of(List.of(PROMOTED, WRONG, ALARMED)).ok()).isFalse();
  }

  @Test
  void measuresFromTheFirstBadAnswerToTheStableAlias() {
    assertThat(CAUGHT.firstFaultAt()).contains(at(6));
    assertThat(CAUGHT.stableAt()).contains(at(9));
    assertThat(CAUGHT.secondsToStable()).contains(3.0);
    assertThat(CAUGHT.secondsToStableMeasured()).contains(4.0);
    assertThat(CAUGHT.badAnswers()).isEqualTo(31);
    assertThat(CAUGHT.badRequestsMeasured()).isEqualTo(31);
  }

  @Test
  void measuresFromTheFirstCrossTenantAttempt() {
    assertThat(ALARMED.secondsToStable()).contains(7.0);
    assertThat(ALARMED.crossTenantAttempts()).isEqualTo(50);
    assertThat(ALARMED.badAnswers()).isZero();
  }

  @Test
  void measuresNothingWithoutAFault() {
    assertThat(PROMOTED.firstFaultAt()).isEmpty();
    assertThat(PROMOTED.secondsToStable()).isEmpty();
    assertThat(PROMOTED.secondsToStableMeasured()).isEmpty();
  }

  @Test
  void printsWhatHappenedAndATable() {
    var report = DemoReport.of(List.of(PROMOTED, CAUGHT, ALARMED));

    Golden.check(
        "cli/src/test/resources/views/demo-report.txt",
        String.join("\n", report.lines(Style.PLAIN, 80)) + "\n");
  }

  @Test
  void saysWhatIsNotAsExpected() {
    var lines = DemoReport.of(List.of(WRONG)).lines(Style.PLAIN, 80);

    assertThat(String.join("\n", lines))
        .contains("not as expected: it is ROLLED_BACK, not COMPLETED")
        .contains("1 NOT AS EXPECTED")
        .endsWith("Not all ended as they should.");
  }

  @Test
  void isDataThatCanBeRead() {
    var json = Contracts.tree(Contracts.write(DemoReport.of(List.of(CAUGHT, PROMOTED))));

    assertThat(json.path("ok").asBoolean()).isTrue();
    assertThat(json.at("/scenarios/0/decidedBy").asText()).isEqualTo("JUDGE");
    assertThat(json.at("/scenarios/0/secondsToStable").asDouble()).isEqualTo(3.0);
    assertThat(json.at("/scenarios/1").has("secondsToStable")).isFalse();
  }
}

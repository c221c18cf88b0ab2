package ai.myrecruiter.picasso.workflows.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.Verdict;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HealthReportTest {
  private static final CheckResult GOOD =
      new CheckResult("chat", Verdict.PASS, "Answered in 40 ms.");
  private static final CheckResult BAD =
      new CheckResult("infrastructure", Verdict.FAIL, "Table recent-messages is missing.");
  private static final CheckResult SILENT =
      new CheckResult("performance", Verdict.INCONCLUSIVE, "No requests in ten minutes.");

  @Test
  void passesOnlyWhenEveryCheckPasses() {
    var report = HealthReport.of(List.of(GOOD, GOOD));
    assertThat(report.verdict()).isEqualTo(Verdict.PASS);
    assertThat(report.sentence()).isEqualTo("All 2 checks passed.");
  }

  @Test
  void failsOnAnyFailureAndNamesIt() {
    var report = HealthReport.of(List.of(GOOD, SILENT, BAD));
    assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(report.sentence()).isEqualTo("infrastructure: Table recent-messages is missing.");
  }

  @Test
  void isInconclusiveWhenACheckWasNotEvaluated() {
    var report = HealthReport.of(List.of(GOOD, SILENT));
    assertThat(report.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(report.sentence()).isEqualTo("performance: No requests in ten minutes.");
  }

  @Test
  void neverPassesWithoutChecks() {
    assertThat(HealthReport.of(List.of()).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(HealthReport.of(List.of()).sentence()).isEqualTo("Nothing was checked.");
  }

  @Test
  void readsBackFromJson() {
    var report = HealthReport.of(List.of(GOOD, BAD));
    assertThat(Contracts.read(Contracts.write(report), HealthReport.class)).isEqualTo(report);
  }

  @Test
  void refusesACheckWithoutAName() {
    assertThatThrownBy(() -> new CheckResult(" ", Verdict.PASS, "?"))
        .isInstanceOf(InvalidInput.class);
  }
}

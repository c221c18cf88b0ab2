package ai.myrecruiter.picasso.tasks.health;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.workflows.Verdict;
import ai.myrecruiter.picasso.workflows.health.CheckResult;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JudgeHealthTest {
  private static final CheckResult GOOD = new CheckResult("chat", Verdict.PASS, "It answers.");
  private static final CheckResult BAD =
      new CheckResult("infrastructure", Verdict.FAIL, "Version 9 does not exist.");
  private static final CheckResult UNKNOWN =
      new CheckResult("chat", Verdict.INCONCLUSIVE, "It was not asked.");

  private static Verdict verdict(CheckResult... checks) {
    return new JudgeHealth().run(new JudgeHealth.Checks(List.of(checks))).verdict();
  }

  @Test
  void passesOnlyWhenEveryCheckDoes() {
    assertThat(verdict(GOOD, GOOD)).isEqualTo(Verdict.PASS);
    assertThat(verdict(GOOD, BAD)).isEqualTo(Verdict.FAIL);
    assertThat(verdict(UNKNOWN, BAD)).isEqualTo(Verdict.FAIL);
  }

  @Test
  void noDataIsNotAPass() {
    assertThat(verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(verdict(GOOD, UNKNOWN)).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void saysWhyACheckCouldNotBeMadeWithoutItsStackTrace() {
    var error =
        """
        {"Error":"ai.myrecruiter.picasso.tasks.TransientFailure",\
        "Cause":"{\\"errorMessage\\":\\"CheckChat: reset.\\",\\"stackTrace\\":[\\"Task.java:48\\"]}"}\
        """;
    var unmade = new CheckResult("CheckChat", Verdict.INCONCLUSIVE, error);
    var report = new JudgeHealth().run(new JudgeHealth.Checks(List.of(GOOD, unmade)));
    assertThat(report.sentence()).isEqualTo("CheckChat: TransientFailure: CheckChat: reset.");
    assertThat(report.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void namesTheCheckThatDecided() {
    var report = new JudgeHealth().run(new JudgeHealth.Checks(List.of(GOOD, BAD)));
    assertThat(report.sentence()).isEqualTo("infrastructure: Version 9 does not exist.");
  }
}

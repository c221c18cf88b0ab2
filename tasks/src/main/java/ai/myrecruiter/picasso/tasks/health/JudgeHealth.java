package ai.myrecruiter.picasso.tasks.health;

import ai.myrecruiter.picasso.tasks.ErrorOutput;
import ai.myrecruiter.picasso.tasks.Ports;
import ai.myrecruiter.picasso.tasks.Task;
import ai.myrecruiter.picasso.workflows.health.CheckResult;
import ai.myrecruiter.picasso.workflows.health.HealthReport;
import java.util.List;

/** One verdict from all checks. */
public final class JudgeHealth extends Task<JudgeHealth.Checks, HealthReport> {
  /** For Lambda. */
  public JudgeHealth() {
    super(Checks.class);
  }

  /** On given ports, none of which it needs. */
  public JudgeHealth(Ports ports) {
    this();
  }

  /** A check that could not be made is noted by the machine with the error as it came. */
  private static CheckResult readable(CheckResult check) {
    return new CheckResult(check.name(), check.verdict(), ErrorOutput.sentence(check.sentence()));
  }

  /** What the checks found. */
  public record Checks(List<CheckResult> checks) {}

  @Override
  protected HealthReport run(Checks input) {
    return HealthReport.of(input.checks().stream().map(JudgeHealth::readable).toList());
  }
}

package ai.myrecruiter.picasso.cli.plan;

import ai.myrecruiter.picasso.cli.shell.ExitStatus;
import ai.myrecruiter.picasso.cli.shell.Settings;
import ai.myrecruiter.picasso.cli.shell.Shell;
import ai.myrecruiter.picasso.workflows.Finding;
import ai.myrecruiter.picasso.workflows.plan.PlanReading;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says everything that is wrong with a plan, or what it means. Calls nothing. */
@Command(
    name = "validate",
    description = "Check a plan file and report everything that is wrong with it. Calls nothing.")
public final class ValidatePlan implements Callable<Integer> {
  private final Shell shell;
  private final Settings settings;

  @Parameters(paramLabel = "FILE", description = "Plan in YAML or JSON, at most 256 KiB.")
  private Path file = Path.of("");

  /** The command in a shell. */
  public ValidatePlan(Shell shell, Settings settings) {
    this.shell = shell;
    this.settings = settings;
  }

  @Override
  public Integer call() {
    return switch (PlanFile.read(file)) {
      case PlanReading.Accepted(var plan) -> {
        settings.printer().print(PlanData.of(plan), PlanTable.of(plan));
        shell.say("The plan is valid.");
        yield ExitStatus.OK.code();
      }
      case PlanReading.Refused(var findings) -> {
        settings.printer().print(PlanData.refused(findings), lines(findings));
        shell.say("The plan is refused: %s.".formatted(count(findings)));
        yield ExitStatus.USAGE.code();
      }
    };
  }

  private static List<String> lines(List<Finding> findings) {
    return findings.stream().map(Finding::line).toList();
  }

  private static String count(List<Finding> findings) {
    return findings.size() == 1 ? "1 finding" : findings.size() + " findings";
  }
}

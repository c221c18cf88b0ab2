package ai.myrecruiter.picasso.cli.plan;

import ai.myrecruiter.picasso.cli.shell.Settings;
import ai.myrecruiter.picasso.cli.shell.Shell;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The noun: rollout plans. */
@Command(name = "plan", description = "Rollout plans.")
public final class PlanCommand {
  private PlanCommand() {}

  /** The noun with its verbs. */
  public static CommandLine create(Shell shell, Settings settings) {
    return new CommandLine(new PlanCommand()).addSubcommand(new ValidatePlan(shell, settings));
  }
}

package ai.myrecruiter.picasso.cli.judge;

import ai.myrecruiter.picasso.cli.shell.Settings;
import ai.myrecruiter.picasso.cli.shell.Shell;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The noun: the canary judge. */
@Command(name = "judge", description = "The canary judge and what it decided.")
public final class JudgeCommand {
  private JudgeCommand() {}

  /** The noun with its verbs. */
  public static CommandLine create(Shell shell, Settings settings) {
    return new CommandLine(new JudgeCommand()).addSubcommand(new ReplayCommand(shell, settings));
  }
}

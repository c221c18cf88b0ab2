package ai.myrecruiter.picasso.cli.rollout;

import ai.myrecruiter.picasso.cli.shell.Settings;
import ai.myrecruiter.picasso.cli.shell.Shell;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The noun: rollouts. */
@Command(name = "rollout", description = "Staged rollouts of a function by weighted alias.")
public final class RolloutCommand {
  private RolloutCommand() {}

  /** The noun with its verbs. */
  public static CommandLine create(Shell shell, Settings settings) {
    var context = new Context(shell, settings);
    return new CommandLine(new RolloutCommand())
        .addSubcommand(new StartCommand(context))
        .addSubcommand(new StatusCommand(context))
        .addSubcommand(new ListCommand(context))
        .addSubcommand(new WatchCommand(context))
        .addSubcommand(new ExportCommand(context))
        .addSubcommand(new ApproveCommand(context))
        .addSubcommand(new AbortCommand(context));
  }
}

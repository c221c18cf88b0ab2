package ai.myrecruiter.picasso.cli.config;

import ai.myrecruiter.picasso.cli.shell.Settings;
import ai.myrecruiter.picasso.cli.shell.Shell;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The noun: configuration of environments. */
@Command(name = "config", description = "Configuration of environments.")
public final class ConfigCommand {
  private ConfigCommand() {}

  /** The noun with its verbs. */
  public static CommandLine create(Shell shell, Settings settings) {
    return new CommandLine(new ConfigCommand())
        .addSubcommand(new ShowConfig(shell, settings))
        .addSubcommand(new DiffConfig(shell, settings));
  }
}

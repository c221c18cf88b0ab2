package ai.myrecruiter.picasso.cli;

import ai.myrecruiter.picasso.cli.aws.Account;
import ai.myrecruiter.picasso.cli.config.ConfigCommand;
import ai.myrecruiter.picasso.cli.cost.CostCommand;
import ai.myrecruiter.picasso.cli.demo.DemoCommand;
import ai.myrecruiter.picasso.cli.deploy.DeployCommand;
import ai.myrecruiter.picasso.cli.deploy.TeardownCommand;
import ai.myrecruiter.picasso.cli.judge.JudgeCommand;
import ai.myrecruiter.picasso.cli.local.LocalCommand;
import ai.myrecruiter.picasso.cli.plan.PlanCommand;
import ai.myrecruiter.picasso.cli.rehearse.RehearseCommand;
import ai.myrecruiter.picasso.cli.rollout.RolloutCommand;
import ai.myrecruiter.picasso.cli.shell.ExitStatus;
import ai.myrecruiter.picasso.cli.shell.Failure;
import ai.myrecruiter.picasso.cli.shell.Settings;
import ai.myrecruiter.picasso.cli.shell.Shell;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code picasso}. */
@Command(
    name = "picasso",
    description = "Staged rollouts of Lambda functions: watched, judged, promoted or rolled back.",
    versionProvider = BuildVersion.class)
@SuppressWarnings("UnusedVariable") // picocli reads the fields
public final class Picasso {
  @Mixin private final Settings settings;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Print the version.")
  private boolean version;

  private Picasso(Settings settings) {
    this.settings = settings;
  }

  /** Runs a command line and ends the process with its exit code. */
  public static void main(String... arguments) {
    System.exit(run(Shell.ofProcess(), arguments));
  }

  /** Runs a command line and returns its exit code. */
  public static int run(Shell shell, String... arguments) {
    return commandLine(shell).execute(arguments);
  }

  /** Runs a command line on accounts that are reached in another way. */
  static int run(Shell shell, Account.Source accounts, String... arguments) {
    return commandLine(shell, accounts).execute(arguments);
  }

  /** The commands, bound to a shell. */
  static CommandLine commandLine(Shell shell) {
    return commandLine(shell, Account::open);
  }

  /** The commands, bound to a shell and to the way to accounts. */
  static CommandLine commandLine(Shell shell, Account.Source accounts) {
    var settings = new Settings(shell);
    var root = new CommandLine(new Picasso(settings));
    root.addSubcommand(PlanCommand.create(shell, settings));
    root.addSubcommand(new RehearseCommand(shell, settings));
    root.addSubcommand(CostCommand.create(shell, settings));
    root.addSubcommand(DeployCommand.create(shell, settings, accounts));
    root.addSubcommand(new TeardownCommand(shell, settings, accounts));
    root.addSubcommand(RolloutCommand.create(shell, settings));
    root.addSubcommand(JudgeCommand.create(shell, settings));
    root.addSubcommand(ConfigCommand.create(shell, settings));
    root.addSubcommand(new DemoCommand(shell, settings));
    root.addSubcommand(new LocalCommand(shell, settings));
    root.addSubcommand(new CompletionCommand(shell));
    root.setOut(shell.out());
    root.setErr(shell.err());
    root.setCaseInsensitiveEnumValuesAllowed(true);
    root.setUsageHelpWidth(shell.terminal().width());
    root.setColorScheme(
        CommandLine.Help.defaultColorScheme(shell.terminal().colours() ? Ansi.ON : Ansi.OFF));
    root.getCommandSpec()
        .usageMessage()
        .exitCodeListHeading("Exit codes:%n")
        .exitCodeList(exitCodes());
    root.setParameterExceptionHandler((problem, _) -> refuse(shell, problem));
    root.setExecutionExceptionHandler((thrown, _, _) -> fail(shell, settings, thrown));
    return root;
  }

  private static Map<String, String> exitCodes() {
    var codes = new LinkedHashMap<String, String>();
    for (var status : ExitStatus.values()) {
      codes.put(" " + status.code(), status.meaning());
    }
    return codes;
  }

  private static int refuse(Shell shell, ParameterException problem) {
    var command = problem.getCommandLine();
    shell.say("picasso: " + problem.getMessage());
    if (!UnmatchedArgumentException.printSuggestions(problem, shell.err())) {
      shell.say("See: %s --help".formatted(command.getCommandSpec().qualifiedName()));
    }
    shell.err().flush();
    return ExitStatus.USAGE.code();
  }

  private static int fail(Shell shell, Settings settings, Exception thrown) {
    var failure = Failure.of(thrown);
    shell.out().flush();
    failure.lines().forEach(shell::say);
    if (settings.verbose()) {
      thrown.printStackTrace(shell.err());
    }
    shell.err().flush();
    return failure.status().code();
  }
}

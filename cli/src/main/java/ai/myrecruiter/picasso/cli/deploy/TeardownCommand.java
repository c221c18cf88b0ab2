package ai.myrecruiter.picasso.cli.deploy;

import ai.myrecruiter.picasso.cli.aws.Account;
import ai.myrecruiter.picasso.cli.shell.CommandEnd;
import ai.myrecruiter.picasso.cli.shell.ExitStatus;
import ai.myrecruiter.picasso.cli.shell.Options;
import ai.myrecruiter.picasso.cli.shell.Settings;
import ai.myrecruiter.picasso.cli.shell.Shell;
import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes an environment away that is not production. */
@Command(
    name = "teardown",
    description =
        "Delete the stacks of an environment in the reverse order of their dependencies. Never"
            + " production. Names what stays; asks for the environment's name.")
public final class TeardownCommand implements Callable<Integer> {
  private final Shell shell;
  private final Settings settings;
  private final Account.Source source;

  @Mixin private final DeployOptions options = new DeployOptions();
  @Mixin private final JournalFolder journal = new JournalFolder();

  @Option(
      names = "--confirm",
      paramLabel = "NAME",
      description = "The environment's name, where nobody can be asked for it.")
  private Optional<String> confirmed = Optional.empty();

  @Option(names = "--dry-run", description = "Say what would go and what would stay.")
  private boolean dryRun;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      description = "Wait at most a time such as 90s or 2h (no limit); what was started goes on.")
  private Optional<String> timeout = Optional.empty();

  /** The command in a shell. */
  public TeardownCommand(Shell shell, Settings settings, Account.Source source) {
    this.shell = shell;
    this.settings = settings;
    this.source = source;
  }

  @Override
  public Integer call() throws InterruptedException {
    var environment = settings.environment();
    if (environment == Environment.PRODUCTION) {
      throw CommandEnd.refused(
          "Production is never torn down by a command. Nothing was changed. Delete its stacks one by one, by hand, if it really has to go.");
    }
    InvalidInput.unless(
        settings.environmentIsGiven(),
        "--env",
        "not given",
        "must name what is torn down",
        "give --env " + environment);
    var author = options.author(shell);
    var stacks = options.stacks(environment);
    var config = options.config(environment);
    var limit = timeout.map(text -> Options.duration("--timeout", text));
    try (var session = Session.open(shell, settings, source, journal.named())) {
      var run = new TeardownRun(session, author, new Patience(shell, limit));
      run.prove(stacks, config);
      if (dryRun) {
        shell.say("Nothing was changed (--dry-run).");
        return ExitStatus.OK.code();
      }
      if (!run.nothingIsThere()) {
        run.confirm(confirmed);
        run.delete();
      }
      return ExitStatus.OK.code();
    }
  }
}

package ai.myrecruiter.picasso.cli.deploy;

import ai.myrecruiter.picasso.cli.aws.Account;
import ai.myrecruiter.picasso.cli.shell.ExitStatus;
import ai.myrecruiter.picasso.cli.shell.Options;
import ai.myrecruiter.picasso.cli.shell.Settings;
import ai.myrecruiter.picasso.cli.shell.Shell;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Deploys an environment, and the noun of what is asked of deployments. */
@Command(
    name = "deploy",
    description =
        "Deploy the stacks of an environment: proved, reviewed, agreed to, executed, followed,"
            + " recorded. Stacks that are what was synthesized are left alone. Run it again to go"
            + " on with what was interrupted.")
public final class DeployCommand implements Callable<Integer> {
  private final Shell shell;
  private final Settings settings;
  private final Account.Source source;

  @Mixin private final DeployOptions options = new DeployOptions();
  @Mixin private final JournalFolder journal = new JournalFolder();

  @Option(
      names = "--stack",
      paramLabel = "NAME",
      description = "Deploy one stack, such as payload (all).")
  private Optional<String> stack = Optional.empty();

  @Option(
      names = "--plan",
      paramLabel = "FILE",
      description = "Plan that new versions of the payload roll out by (the environment's).")
  private Optional<Path> plan = Optional.empty();

  @Option(
      names = "--dry-run",
      description = "Make, review and delete the change sets; change nothing.")
  private boolean dryRun;

  @Option(
      names = "--yes",
      description =
          "Agree to what is shown. In production another person has to agree all the same.")
  private boolean yes;

  @Option(
      names = "--delete-failed",
      description = "First delete stacks whose creation or deletion failed.")
  private boolean deleteFailed;

  @Option(
      names = "--look-for-drift",
      description =
          "First have CloudFormation look for drift in the stacks that change (a look within a day"
              + " is needed).")
  private boolean lookForDrift;

  @Option(
      names = "--wait",
      description = "Follow a rollout of the payload to its end, then deploy what comes after it.")
  private boolean wait;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      description = "Wait at most a time such as 90s or 2h (no limit); what was started goes on.")
  private Optional<String> timeout = Optional.empty();

  private DeployCommand(Shell shell, Settings settings, Account.Source source) {
    this.shell = shell;
    this.settings = settings;
    this.source = source;
  }

  /** The command with its verbs. */
  public static CommandLine create(Shell shell, Settings settings, Account.Source source) {
    return new CommandLine(new DeployCommand(shell, settings, source))
        .addSubcommand(new ApproveDeployment(shell, settings, source))
        .addSubcommand(new SeedEnvironment(shell, settings, source))
        .addSubcommand(new ListDeployments(shell, settings, source))
        .addSubcommand(new ShowDeployment(shell, settings, source));
  }

  @Override
  public Integer call() throws InterruptedException {
    var environment = settings.environment();
    var config = options.config(environment);
    var request =
        new DeployRequest(
            StackPlans.chosen(options.stacks(environment), stack, environment.prefix()),
            config,
            PlanChoice.of(plan, config),
            options.author(shell),
            dryRun,
            yes,
            deleteFailed,
            lookForDrift,
            wait);
    var limit = timeout.map(text -> Options.duration("--timeout", text));
    try (var session = Session.open(shell, settings, source, journal.named())) {
      new DeploymentRun(session, request, new Patience(shell, limit)).run();
      return ExitStatus.OK.code();
    }
  }
}

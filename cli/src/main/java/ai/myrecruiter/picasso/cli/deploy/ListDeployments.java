package ai.myrecruiter.picasso.cli.deploy;

import ai.myrecruiter.picasso.cli.aws.Account;
import ai.myrecruiter.picasso.cli.shell.ExitStatus;
import ai.myrecruiter.picasso.cli.shell.Settings;
import ai.myrecruiter.picasso.cli.shell.Shell;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists deployments. */
@Command(name = "list", description = "List the deployments of an environment, the latest first.")
final class ListDeployments implements Callable<Integer> {
  private static final int MOST = 1000;
  private final Shell shell;
  private final Settings settings;
  private final Account.Source source;

  @Mixin private final JournalFolder journal = new JournalFolder();

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many at most, 1 to 1000 (${DEFAULT-VALUE}).")
  private int limit = 20;

  ListDeployments(Shell shell, Settings settings, Account.Source source) {
    this.shell = shell;
    this.settings = settings;
    this.source = source;
  }

  @Override
  public Integer call() {
    InvalidInput.unless(
        limit >= 1 && limit <= MOST, "--limit", limit, "must be 1 to 1000", "give 20");
    try (var session = Session.open(shell, settings, source, journal.named())) {
      var rows = session.journal().list().stream().limit(limit).map(DeploymentRow::of).toList();
      settings.printer().print(rows, DeploymentRow.table(rows));
      if (rows.isEmpty()) {
        shell.say(
            "There is no deployment of %s yet (%s)."
                .formatted(session.environment(), session.journal().where()));
      }
      return ExitStatus.OK.code();
    }
  }
}

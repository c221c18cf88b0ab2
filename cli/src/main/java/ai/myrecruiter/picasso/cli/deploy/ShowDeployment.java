package ai.myrecruiter.picasso.cli.deploy;

import ai.myrecruiter.picasso.cli.aws.Account;
import ai.myrecruiter.picasso.cli.shell.ExitStatus;
import ai.myrecruiter.picasso.cli.shell.Options;
import ai.myrecruiter.picasso.cli.shell.Settings;
import ai.myrecruiter.picasso.cli.shell.Shell;
import ai.myrecruiter.picasso.workflows.deployment.Deployment;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows one deployment as a whole. */
@Command(
    name = "show",
    description =
        "Show a deployment: who asked, what was reviewed, who agreed, what happened, how it ended.")
final class ShowDeployment implements Callable<Integer> {
  private final Shell shell;
  private final Settings settings;
  private final Account.Source source;

  @Parameters(paramLabel = "ID", description = "Deployment, from picasso deploy list.")
  private String id = "";

  @Mixin private final JournalFolder journal = new JournalFolder();

  ShowDeployment(Shell shell, Settings settings, Account.Source source) {
    this.shell = shell;
    this.settings = settings;
    this.source = source;
  }

  /** A record and the events that were kept of it. */
  record Shown(Deployment deployment, List<RecordedEvent> events) {}

  @Override
  public Integer call() {
    try (var session = Session.open(shell, settings, source, journal.named())) {
      var its = Options.read("ID", () -> new RolloutId(id));
      var deployment = ApproveDeployment.require(session, its);
      var shown = new Shown(deployment, session.journal().events(its));
      settings.printer().print(shown, lines(shown));
      return ExitStatus.OK.code();
    }
  }

  private static List<String> lines(Shown shown) {
    var it = shown.deployment();
    var lines = new ArrayList<String>();
    lines.add(
        "Deployment %s of stack %s in %s (account %s, %s), asked for by %s: %s"
            .formatted(
                it.id(),
                it.change().stack(),
                it.environment(),
                it.change().account(),
                it.change().region(),
                it.startedBy(),
                it.status()));
    lines.add("Template " + it.change().templateDigest());
    it.changeSet()
        .ifPresent(changes ->
            it.review().ifPresent(review -> lines.addAll(ReviewTable.lines(changes, review))));
    lines.add("");
    it.entries()
        .forEach(entry ->
            lines.add("%s  %-17s  %s".formatted(entry.at(), entry.status(), entry.sentence())));
    if (!shown.events().isEmpty()) {
      lines.add("");
      shown.events().forEach(event -> lines.add(event.line()));
    }
    return lines;
  }
}

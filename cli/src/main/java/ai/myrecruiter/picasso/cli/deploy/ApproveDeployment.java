package ai.myrecruiter.picasso.cli.deploy;

import ai.myrecruiter.picasso.cli.aws.Account;
import ai.myrecruiter.picasso.cli.shell.Author;
import ai.myrecruiter.picasso.cli.shell.CommandEnd;
import ai.myrecruiter.picasso.cli.shell.ExitStatus;
import ai.myrecruiter.picasso.cli.shell.Options;
import ai.myrecruiter.picasso.cli.shell.Settings;
import ai.myrecruiter.picasso.cli.shell.Shell;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.deployment.Deployment;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Answers the questions of deployments that wait for a person. */
@Command(
    name = "approve",
    description =
        "Approve, or with --reject refuse, the change sets of deployments that wait for a person."
            + " The answer is bound to what is shown.")
final class ApproveDeployment implements Callable<Integer> {
  private final Shell shell;
  private final Settings settings;
  private final Account.Source source;

  @Parameters(paramLabel = "ID", arity = "1..*", description = "Deployments that wait.")
  private List<String> ids = List.of();

  @Mixin private final JournalFolder journal = new JournalFolder();

  @Option(names = "--reject", description = "Say no: nothing is executed.")
  private boolean reject;

  @Option(
      names = "--digest",
      paramLabel = "DIGEST",
      description = "With one ID: answer only if this is what waits (whatever waits).")
  private Optional<String> digest = Optional.empty();

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why; goes into the record.")
  private Optional<String> reason = Optional.empty();

  @Mixin private final Author author = new Author();

  ApproveDeployment(Shell shell, Settings settings, Account.Source source) {
    this.shell = shell;
    this.settings = settings;
    this.source = source;
  }

  @Override
  public Integer call() throws InterruptedException {
    var name = author.name(shell);
    InvalidInput.unless(
        digest.isEmpty() || ids.size() == 1,
        "--digest",
        digest.orElse("-"),
        "must go with one ID",
        "answer one deployment at a time");
    try (var session = Session.open(shell, settings, source, journal.named())) {
      var waiting = new ArrayList<Deployment>();
      for (var id : ids) {
        waiting.add(require(session, Options.read("ID", () -> new RolloutId(id))));
      }
      var answers = new ApprovalAnswers(session, name, !reject, reason);
      var after = new ArrayList<Deployment>();
      for (var deployment : waiting) {
        after.add(answers.give(deployment, digest));
      }
      settings
          .printer()
          .print(
              after.stream().map(DeploymentRow::of).toList(),
              DeploymentRow.table(after.stream().map(DeploymentRow::of).toList()));
      shell.say(reject ? "Rejected." : "Approved.");
      return ExitStatus.OK.code();
    }
  }

  static Deployment require(Session session, RolloutId id) {
    return session
        .journal()
        .read(id)
        .orElseThrow(() ->
            CommandEnd.usage(
                "ID = %s: must be a deployment of %s (%s); see picasso deploy list --env %s"
                    .formatted(
                        id,
                        session.environment(),
                        session.journal().where(),
                        session.environment())));
  }
}

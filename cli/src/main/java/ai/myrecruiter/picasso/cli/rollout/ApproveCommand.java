package ai.myrecruiter.picasso.cli.rollout;

import ai.myrecruiter.picasso.cli.aws.Deployment;
import ai.myrecruiter.picasso.cli.shell.Author;
import ai.myrecruiter.picasso.cli.shell.CommandEnd;
import ai.myrecruiter.picasso.cli.shell.ExitStatus;
import ai.myrecruiter.picasso.cli.shell.Options;
import ai.myrecruiter.picasso.cli.view.Endings;
import ai.myrecruiter.picasso.cli.view.Numbers;
import ai.myrecruiter.picasso.workflows.Finding;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import ai.myrecruiter.picasso.workflows.rollout.ApprovalAnswer;
import ai.myrecruiter.picasso.workflows.rollout.PendingApproval;
import ai.myrecruiter.picasso.workflows.rollout.Rollout;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.TaskDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;

/** Answers the question of a rollout that waits for a person. */
@Command(
    name = "approve",
    description =
        "Approve, or with --reject refuse, what a rollout asks a person: a stage of a plan, by its"
            + " digest.")
final class ApproveCommand implements Callable<Integer> {
  private static final Duration RECORDED = Duration.ofSeconds(30);
  private final Context context;

  @Parameters(paramLabel = "ID", description = "Rollout that waits.")
  private String id = "";

  @Option(names = "--reject", description = "Say no: the rollout goes back.")
  private boolean reject;

  @Option(
      names = "--stage",
      paramLabel = "NAME",
      description = "Answer only if this stage is asked about (whatever is asked).")
  private Optional<String> stage = Optional.empty();

  @Mixin private final Author author = new Author();

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why; goes into the record.")
  private Optional<String> reason = Optional.empty();

  ApproveCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    var name = author.name(context.shell());
    try (var deployment = Deployment.open(context.settings())) {
      var rollouts = new Rollouts(deployment);
      var rollout = rollouts.require(Options.read("ID", () -> new RolloutId(id)));
      var question = question(rollout);
      var answer =
          new ApprovalAnswer(
              !reject, name, stage.orElse(question.stage()), question.planDigest(), reason);
      check(rollout, question, answer);
      show(rollout, question);
      send(deployment.sfn(), question, answer);
      context.print(recorded(rollouts, rollout, question));
      context.shell().say(reject ? "Rejected." : "Approved.");
      return ExitStatus.OK.code();
    }
  }

  private static PendingApproval question(Rollout rollout) {
    return rollout
        .approval()
        .orElseThrow(() ->
            CommandEnd.refused(
                "Rollout %s asks nothing: it is %s. See it with: picasso rollout status %s"
                    .formatted(rollout.id(), Endings.summary(rollout), rollout.id())));
  }

  private void check(Rollout rollout, PendingApproval question, ApprovalAnswer answer) {
    var findings =
        question.check(answer, rollout.request().startedBy(), context.shell().clock().instant());
    if (!findings.isEmpty()) {
      throw CommandEnd.refused(
          "The answer would not count, so it was not sent.\n"
              + findings.stream().map(Finding::line).collect(Collectors.joining("\n")));
    }
  }

  private void show(Rollout rollout, PendingApproval question) {
    context
        .shell()
        .say(
            "%s stage %s of rollout %s (%s to %s), plan %s, digest %s; asked until %s UTC."
                .formatted(
                    reject ? "Rejecting" : "Approving",
                    question.stage(),
                    rollout.id(),
                    rollout.request().function(),
                    rollout.candidate().map(v -> "version " + v).orElse("no version yet"),
                    rollout.plan().name(),
                    question.planDigest(),
                    Numbers.timeOfDay(question.expiresAt())));
  }

  private void send(SfnClient sfn, PendingApproval question, ApprovalAnswer answer) {
    try {
      sfn.sendTaskSuccess(
          send -> send.taskToken(question.taskToken()).output(Contracts.write(answer)));
    } catch (TaskTimedOutException | TaskDoesNotExistException | InvalidTokenException late) {
      throw CommandEnd.refused(
          "Too late: the question about %s is no longer open; it was answered, expired, or the rollout was taken over. See it with: picasso rollout status %s"
              .formatted(question.stage(), id));
    }
  }

  /** The record once the answer has been weighed; an answer that does not count asks anew. */
  private Rollout recorded(Rollouts rollouts, Rollout before, PendingApproval question)
      throws InterruptedException {
    var seen =
        new Following(rollouts, context.shell(), Optional.of(RECORDED))
            .until(
                before.id(),
                before.executionArn(),
                s -> !s.rollout().flatMap(Rollout::approval).equals(Optional.of(question)),
                rollout -> {});
    var after = seen.rollout().orElseThrow();
    var askedAgain =
        after.approval().filter(next -> next.stage().equals(question.stage())).isPresent();
    if (askedAgain) {
      throw CommandEnd.refused(
          "The answer did not count. "
              + after.timeline().entries().getLast().sentence()
              + " The rollout asks again.");
    }
    return after;
  }
}

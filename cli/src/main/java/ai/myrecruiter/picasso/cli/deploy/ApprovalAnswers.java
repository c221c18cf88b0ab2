package ai.myrecruiter.picasso.cli.deploy;

import ai.myrecruiter.picasso.cli.shell.CommandEnd;
import ai.myrecruiter.picasso.workflows.Finding;
import ai.myrecruiter.picasso.workflows.deployment.ChangeAnswer;
import ai.myrecruiter.picasso.workflows.deployment.ChangeApproval;
import ai.myrecruiter.picasso.workflows.deployment.Deployment;
import ai.myrecruiter.picasso.workflows.deployment.DeploymentStatus;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;

/** Gives the answer of a person to deployments, each where it is waited for. */
final class ApprovalAnswers {
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final int MOST_LOOKS = 60;
  private final Session session;
  private final String author;
  private final boolean yes;
  private final Optional<String> reason;

  ApprovalAnswers(Session session, String author, boolean yes, Optional<String> reason) {
    this.session = session;
    this.author = author;
    this.yes = yes;
    this.reason = reason;
  }

  /**
   * The record once the answer counts.
   *
   * @param digest what the person has seen; empty for what is shown now
   * @throws CommandEnd when nothing is asked, or the answer does not count
   */
  Deployment give(Deployment deployment, Optional<String> digest) throws InterruptedException {
    if (deployment.approval().isEmpty() && !yes && withdrawable(deployment)) {
      return answered(deployment, new ChangeAnswer(false, author, "-", reason));
    }
    var question =
        deployment
            .approval()
            .orElseThrow(() ->
                CommandEnd.refused(
                    "Deployment %s asks nothing: it is %s. See it with: picasso deploy show %s"
                        .formatted(deployment.id(), deployment.status(), deployment.id())));
    show(deployment);
    var answer = new ChangeAnswer(yes, author, digest.orElse(question.changeSetDigest()), reason);
    check(question, answer, deployment);
    return question.taskToken().isPresent()
        ? sent(deployment, question, answer)
        : answered(deployment, answer);
  }

  /** A change that waits for its command, which may be gone. */
  private static boolean withdrawable(Deployment deployment) {
    return deployment.carriedOutByCommand()
        && !deployment.status().terminal()
        && !deployment.status().executing();
  }

  private void show(Deployment deployment) {
    session.say(
        "%s the change of stack %s that %s asked for:"
            .formatted(
                yes ? "Approving" : "Rejecting",
                deployment.change().stack(),
                deployment.startedBy()));
    ReviewTable.lines(deployment.changeSet().orElseThrow(), deployment.review().orElseThrow())
        .forEach(session::say);
  }

  private void check(ChangeApproval question, ChangeAnswer answer, Deployment deployment) {
    var findings = question.check(answer, deployment.startedBy(), session.now());
    if (!findings.isEmpty()) {
      throw CommandEnd.refused(
          "The answer would not count, so it was not given.\n"
              + findings.stream().map(Finding::line).collect(Collectors.joining("\n")));
    }
  }

  private Deployment answered(Deployment deployment, ChangeAnswer answer) {
    var why = reason.map(": "::concat).orElse("");
    return session
        .journal()
        .change(
            deployment.id(),
            it -> {
              if (!it.approval().equals(deployment.approval()) || it.status().executing()) {
                throw late(deployment);
              }
              var sentence =
                  "%s %s the change set%s (called by %s)"
                      .formatted(author, yes ? "approved" : "rejected", why, session.caller());
              var next = yes ? DeploymentStatus.CLEARED : DeploymentStatus.REFUSED;
              return it.answered(answer).to(next, sentence, session.now());
            });
  }

  private static CommandEnd late(Deployment deployment) {
    return CommandEnd.refused(
        "Too late: the question of deployment %s is no longer open. See it with: picasso deploy show %s"
            .formatted(deployment.id(), deployment.id()));
  }

  /** Sent to the execution that waits; its record says whether the answer counted. */
  private Deployment sent(Deployment deployment, ChangeApproval question, ChangeAnswer answer)
      throws InterruptedException {
    if (!ChangeQuestion.send(session, question, answer)) {
      throw late(deployment);
    }
    for (var look = 0; look < MOST_LOOKS; look++) {
      var now = session.journal().read(deployment.id()).orElseThrow();
      if (!now.approval().equals(Optional.of(question))) {
        return now;
      }
      session.shell().pause().pause(LOOK);
    }
    throw CommandEnd.timedOut(
        "The answer was sent, and the record of deployment %s does not say yet what came of it. See it with: picasso deploy show %s"
            .formatted(deployment.id(), deployment.id()));
  }
}

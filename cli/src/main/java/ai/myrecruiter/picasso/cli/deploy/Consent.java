package ai.myrecruiter.picasso.cli.deploy;

import ai.myrecruiter.picasso.cli.shell.CommandEnd;
import ai.myrecruiter.picasso.tasks.deployment.ChangeRefused;
import ai.myrecruiter.picasso.workflows.deployment.ChangeAnswer;
import ai.myrecruiter.picasso.workflows.deployment.ChangeApproval;
import ai.myrecruiter.picasso.workflows.deployment.ChangeApprovalPolicy;
import ai.myrecruiter.picasso.workflows.deployment.Deployment;
import ai.myrecruiter.picasso.workflows.deployment.DeploymentStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gets the consent that a change needs: of the one who deploys, or of another person. */
final class Consent {
  private static final Duration LOOK = Duration.ofSeconds(3);
  private final Session session;
  private final ChangeApprovalPolicy policy;
  private final String author;
  private final boolean yes;
  private final Patience patience;

  Consent(
      Session session, ChangeApprovalPolicy policy, String author, boolean yes, Patience patience) {
    this.session = session;
    this.policy = policy;
    this.author = author;
    this.yes = yes;
    this.patience = patience;
  }

  /**
   * The proposals, each of which may be executed.
   *
   * @throws CommandEnd when somebody says no, or nobody answers in time
   */
  List<StackPlan.Proposal> of(List<StackPlan.Proposal> proposals) throws InterruptedException {
    boolean agreed = agreed(proposals);
    var cleared = new ArrayList<StackPlan.Proposal>();
    for (var proposal : proposals) {
      cleared.add(
          proposal.plan().action() == DeployAction.ROLLOUT
              ? proposal
              : proposal.with(begin(proposal, agreed)));
    }
    announce(cleared);
    for (var i = 0; i < cleared.size(); i++) {
      var proposal = cleared.get(i);
      if (proposal.plan().action() != DeployAction.ROLLOUT) {
        cleared.set(i, proposal.with(answered(proposal.record())));
      }
    }
    return cleared;
  }

  /** Whether the one who deploys says yes; a terminal is asked, others are not. */
  private boolean agreed(List<StackPlan.Proposal> proposals) {
    if (yes || !session.shell().terminal().interactive()) {
      return yes;
    }
    var question =
        "Change %d stacks of %s? [y/N] ".formatted(proposals.size(), session.environment());
    if (!session.shell().ask(question, "--yes").equalsIgnoreCase("y")) {
      throw new ChangeRefused("Nothing was changed.");
    }
    return true;
  }

  private Deployment begin(StackPlan.Proposal proposal, boolean agreed) {
    return session
        .journal()
        .change(
            proposal.id(),
            it ->
                switch (it.status()) {
                  case PROPOSED -> begin(it, agreed);
                  case AWAITING_APPROVAL -> agreed && own() ? agreed(it) : it;
                  default -> it;
                });
  }

  /** Whether the one who deploys may agree. */
  private boolean own() {
    return !policy.otherThanStarter();
  }

  private Deployment agreed(Deployment record) {
    var digest = record.review().orElseThrow().changeSetDigest();
    return record
        .answered(new ChangeAnswer(true, author, digest, Optional.empty()))
        .to(DeploymentStatus.CLEARED, author + " approved the change set", session.now());
  }

  private Deployment begin(Deployment record, boolean agreed) {
    var now = session.now();
    var review = record.review().orElseThrow();
    if (!policy.asks(review)) {
      var sentence = "%d changes, none of them risky".formatted(changes(record));
      return record.to(DeploymentStatus.CLEARED, sentence, now);
    }
    if (agreed && own()) {
      return agreed(record);
    }
    var question =
        new ChangeApproval(
            review.changeSetDigest(),
            Optional.empty(),
            now.plus(policy.expiresAfter()),
            policy.otherThanStarter());
    return record.awaiting(question, now);
  }

  private static int changes(Deployment record) {
    return record.changeSet().map(it -> it.changes().size()).orElse(0);
  }

  private void announce(List<StackPlan.Proposal> proposals) {
    var ids =
        proposals.stream()
            .filter(it -> it.record().status() == DeploymentStatus.AWAITING_APPROVAL)
            .map(it -> it.id().toString())
            .toList();
    if (!ids.isEmpty()) {
      session.say(
          "%s has to agree: picasso deploy approve %s --env %s"
              .formatted(
                  policy.otherThanStarter() ? "Another person than " + author : "Somebody",
                  String.join(" ", ids),
                  session.environment()));
    }
  }

  private Deployment answered(Deployment record) throws InterruptedException {
    var now = record;
    while (now.status() == DeploymentStatus.AWAITING_APPROVAL && !expired(now)) {
      patience.require(
          "Deployment %s waits for consent and goes on waiting; run picasso deploy again to go on with it."
              .formatted(now.id()));
      session.shell().pause().pause(LOOK);
      now = session.journal().read(now.id()).orElseThrow();
    }
    if (now.status() == DeploymentStatus.AWAITING_APPROVAL) {
      now = session.journal().change(now.id(), this::unanswered);
    }
    if (now.status() == DeploymentStatus.REFUSED) {
      throw new ChangeRefused(
          "Deployment %s of %s: %s."
              .formatted(now.id(), now.change().stack(), now.entries().getLast().sentence()));
    }
    return now;
  }

  private boolean expired(Deployment record) {
    return !session.now().isBefore(record.approval().orElseThrow().expiresAt());
  }

  private Deployment unanswered(Deployment stored) {
    return stored.status() == DeploymentStatus.AWAITING_APPROVAL
        ? stored.to(
            DeploymentStatus.REFUSED, "Nobody agreed to the change set in time", session.now())
        : stored;
  }
}

package ai.myrecruiter.picasso.cli.deploy;

import ai.myrecruiter.picasso.tasks.deployment.ChangeSetNames;
import ai.myrecruiter.picasso.tasks.deployment.Continuation;
import ai.myrecruiter.picasso.tasks.deployment.StackHistory;
import ai.myrecruiter.picasso.tasks.deployment.StackView;
import ai.myrecruiter.picasso.workflows.deployment.ChangeSet;
import ai.myrecruiter.picasso.workflows.deployment.Deployment;
import ai.myrecruiter.picasso.workflows.deployment.DeploymentStatus;
import ai.myrecruiter.picasso.workflows.deployment.StackOutcome;
import java.time.Duration;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/**
 * Follows CloudFormation while it works on a stack, an event a line. A rollback that failed is
 * continued once; what fails twice is left to a person.
 */
final class StackFollowing {
  private static final Duration LOOK = Duration.ofSeconds(2);
  private static final int LOOKS_UNTIL_BEGUN = 60;
  private final Session session;
  private final Patience patience;
  private final CloudFormationClient cloudFormation;
  private final EventLines lines;

  StackFollowing(Session session, Patience patience) {
    this.session = session;
    this.patience = patience;
    this.cloudFormation = session.account().cloudFormation();
    this.lines = new EventLines(session.shell()::say);
  }

  /** The record once CloudFormation is done; its events are kept then. */
  Deployment toTheEnd(Deployment deployment) throws InterruptedException {
    var stack = deployment.change().stack();
    var token = ChangeSetNames.of(deployment.id());
    var now = deployment;
    for (var look = 0; !now.status().terminal(); look++) {
      var history = StackHistory.of(cloudFormation, stack, token);
      lines.show(history.events());
      now = history.begun() ? look(now, history) : waiting(now, look);
      if (!now.status().terminal()) {
        patience.require(
            "CloudFormation goes on with %s; run picasso deploy again to follow it."
                .formatted(stack));
        session.shell().pause().pause(LOOK);
      }
    }
    var all = StackHistory.of(cloudFormation, stack, token);
    lines.show(all.events());
    session.journal().keepEvents(now.id(), all.events().stream().map(RecordedEvent::of).toList());
    return now;
  }

  private Deployment waiting(Deployment now, int looks) {
    return looks < LOOKS_UNTIL_BEGUN
        ? now
        : change(
            now,
            it ->
                it.to(
                    DeploymentStatus.REFUSED,
                    "CloudFormation never began with the change set",
                    session.now()));
  }

  private Deployment look(Deployment now, StackHistory history) {
    var found = new StackView(cloudFormation, now.change().stack()).any();
    if (found.isEmpty()) {
      return end(now, DeploymentStatus.STUCK, "The stack is gone; deploy the environment anew");
    }
    var stack = found.get();
    var status = stack.stackStatusAsString();
    var reason = history.reason(stack);
    return switch (StackOutcome.of(status)) {
      case WORKING -> now;
      case GOING_BACK -> change(now, it -> goingBack(it, reason));
      case DONE -> end(now, DeploymentStatus.COMPLETED, "Stack is " + status);
      case WENT_BACK -> end(now, DeploymentStatus.ROLLED_BACK, reason);
      case BACK_FAILED -> continued(now, stack, reason);
      case UNUSABLE -> unusable(now, status, reason);
    };
  }

  private Deployment goingBack(Deployment now, String reason) {
    return now.status() == DeploymentStatus.EXECUTING
        ? now.to(DeploymentStatus.ROLLING_BACK, reason, session.now())
        : now;
  }

  private Deployment end(Deployment now, DeploymentStatus status, String sentence) {
    return change(now, it -> it.status().terminal() ? it : it.to(status, sentence, session.now()));
  }

  private Deployment unusable(Deployment now, String status, String reason) {
    boolean creates = now.changeSet().map(ChangeSet::creates).orElse(false);
    return creates && status.equals("ROLLBACK_COMPLETE")
        ? end(
            now,
            DeploymentStatus.ROLLED_BACK,
            reason + "; the stack is left empty, give --delete-failed when you deploy again")
        : stuck(now, status, reason);
  }

  private Deployment stuck(Deployment now, String status, String reason) {
    var obstacle = StackOutcome.obstacle(status).map("; to use the stack again, "::concat);
    return end(now, DeploymentStatus.STUCK, reason + obstacle.orElse(""));
  }

  private Deployment continued(Deployment now, Stack stack, String reason) {
    if (Continuation.spent(now)) {
      return stuck(now, stack.stackStatusAsString(), reason);
    }
    Continuation.begin(cloudFormation, now);
    session.say(Continuation.SENTENCE + ".");
    return change(now, it -> Continuation.noted(it, reason, session.now()));
  }

  private Deployment change(Deployment now, UnaryOperator<Deployment> change) {
    return session.journal().change(now.id(), change);
  }
}

package ai.myrecruiter.picasso.cli.deploy;

import ai.myrecruiter.picasso.tasks.deployment.StackHistory;
import ai.myrecruiter.picasso.tasks.deployment.StackView;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/** Deletes a stack and follows CloudFormation until it is gone. */
final class StackDeletion {
  private static final Duration LOOK = Duration.ofSeconds(2);
  private static final String UNDER_WAY = "DELETE_IN_PROGRESS";
  private final Session session;
  private final Patience patience;
  private final CloudFormationClient cloudFormation;

  StackDeletion(Session session, Patience patience) {
    this.session = session;
    this.patience = patience;
    this.cloudFormation = session.account().cloudFormation();
  }

  /**
   * How it ended.
   *
   * @param status that the stack has or had last
   * @param failure what could not be deleted and why; empty when it is gone
   * @param events what happened
   */
  record Ended(String status, Optional<String> failure, List<RecordedEvent> events) {
    /** Copies the events. */
    Ended {
      events = List.copyOf(events);
    }
  }

  /**
   * Deletes a stack that exists, or follows the deletion that is under way.
   *
   * @param token that its events carry
   */
  Ended delete(Stack stack, String token) throws InterruptedException {
    var its = stack.stackId();
    if (!stack.stackStatusAsString().equals(UNDER_WAY)) {
      session.say("Deleting " + stack.stackName());
      cloudFormation.deleteStack(it -> it.stackName(its).clientRequestToken(token));
    }
    var lines = new EventLines(session.shell()::say);
    while (true) {
      var status = status(its);
      var history = StackHistory.of(cloudFormation, its, token);
      lines.show(history.events());
      if (!status.equals(UNDER_WAY) && over(status, history)) {
        var events = history.events().stream().map(RecordedEvent::of).toList();
        return new Ended(status, failure(stack, status, history), events);
      }
      patience.require("CloudFormation goes on with the deletion of " + stack.stackName());
      session.shell().pause().pause(LOOK);
    }
  }

  private static boolean over(String status, StackHistory history) {
    return history.begun() || status.equals("DELETE_COMPLETE") || status.equals("DELETE_FAILED");
  }

  private static Optional<String> failure(Stack stack, String status, StackHistory history) {
    return status.equals("DELETE_COMPLETE")
        ? Optional.empty()
        : Optional.of(
            "Stack %s is %s: %s"
                .formatted(
                    stack.stackName(), status, history.firstFailure().orElse("see its events")));
  }

  private String status(String stackId) {
    return new StackView(cloudFormation, stackId)
        .any()
        .map(Stack::stackStatusAsString)
        .orElse("DELETE_COMPLETE");
  }
}

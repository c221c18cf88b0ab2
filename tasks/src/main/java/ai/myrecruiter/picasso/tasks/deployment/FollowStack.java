package ai.myrecruiter.picasso.tasks.deployment;

import ai.myrecruiter.picasso.tasks.Ports;
import ai.myrecruiter.picasso.tasks.Task;
import ai.myrecruiter.picasso.workflows.deployment.Deployment;
import ai.myrecruiter.picasso.workflows.deployment.DeploymentStatus;
import ai.myrecruiter.picasso.workflows.deployment.StackOutcome;
import ai.myrecruiter.picasso.workflows.rollout.NextStep;
import ai.myrecruiter.picasso.workflows.rollout.Step;
import ai.myrecruiter.picasso.workflows.rollout.Turn;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/**
 * One look at the stack while CloudFormation works. A rollback that failed is {@link Continuation
 * continued once}.
 */
public final class FollowStack extends Task<Turn, Turn> {
  private static final int SOON_SECONDS = 5;
  private static final int LATER_SECONDS = 20;
  private static final int LOOKS_SOON = 24;
  private final Ports ports;

  /** For Lambda. */
  public FollowStack() {
    this(Ports.ofAws());
  }

  /** On given ports. */
  public FollowStack(Ports ports) {
    super(Turn.class);
    this.ports = ports;
  }

  @Override
  protected Turn run(Turn turn) {
    var owned = new OwnedDeployment(ports, turn.run());
    var deployment = owned.read();
    var token = ChangeSetNames.of(turn.run().rolloutId());
    var history = StackHistory.of(ports.cloudFormation(), deployment.change().stack(), token);
    if (!history.begun()) {
      throw new ChangeRefused(
          "CloudFormation never began with change set %s; deploy again.".formatted(token));
    }
    var stack =
        new StackView(ports.cloudFormation(), deployment.change().stack())
            .find()
            .orElseThrow(() ->
                new ChangeRefused(
                    "Stack %s is gone; deploy the environment anew."
                        .formatted(deployment.change().stack())));
    return turn.then(look(owned, turn.next(), deployment, stack, history));
  }

  private NextStep look(
      OwnedDeployment owned,
      NextStep now,
      Deployment deployment,
      Stack stack,
      StackHistory history) {
    var status = stack.stackStatusAsString();
    var reason = history.reason(stack);
    return switch (StackOutcome.of(status)) {
      case WORKING -> again(now, status);
      case GOING_BACK -> {
        owned.change((it, at) -> it.to(DeploymentStatus.ROLLING_BACK, reason, at));
        yield again(now, status);
      }
      case DONE -> {
        owned.change((it, at) -> it.to(DeploymentStatus.COMPLETED, "Stack is " + status, at));
        yield new NextStep(Step.PUBLISH, 0, 0, 0, "Stack is " + status);
      }
      case WENT_BACK -> {
        owned.change((it, at) -> it.to(DeploymentStatus.ROLLED_BACK, reason, at));
        throw new StackWentBack(stack.stackName(), reason);
      }
      case BACK_FAILED -> continued(owned, now, deployment, stack, reason);
      case UNUSABLE -> throw stuck(owned, stack, reason);
    };
  }

  private static NextStep again(NextStep now, String status) {
    int look = now.look() + 1;
    return new NextStep(
        Step.FOLLOW,
        0,
        look,
        look < LOOKS_SOON ? SOON_SECONDS : LATER_SECONDS,
        "Stack is " + status);
  }

  private NextStep continued(
      OwnedDeployment owned, NextStep now, Deployment deployment, Stack stack, String reason) {
    if (Continuation.spent(deployment)) {
      throw stuck(owned, stack, reason);
    }
    Continuation.begin(ports.cloudFormation(), deployment);
    owned.change((it, at) -> Continuation.noted(it, reason, at));
    return again(now, stack.stackStatusAsString());
  }

  private static StackStuck stuck(OwnedDeployment owned, Stack stack, String reason) {
    var status = stack.stackStatusAsString();
    owned.change((it, at) -> it.to(DeploymentStatus.STUCK, reason, at));
    return new StackStuck(
        stack.stackName(), status, reason, StackOutcome.obstacle(status).orElse("see its events"));
  }
}

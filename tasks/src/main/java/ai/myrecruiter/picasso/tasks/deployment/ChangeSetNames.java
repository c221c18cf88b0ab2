package ai.myrecruiter.picasso.tasks.deployment;

import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import ai.myrecruiter.picasso.workflows.stack.StackChange;

/** Names of what a deployment uses. */
public final class ChangeSetNames {
  private ChangeSetNames() {}

  /** The change set of a rollout or deployment; each has one. */
  public static String of(RolloutId id) {
    return "picasso-" + id;
  }

  /** The role that CloudFormation acts in, made by the bootstrap of CDK. */
  public static String executionRole(StackChange change) {
    return "arn:aws:iam::%1$s:role/cdk-hnb659fds-cfn-exec-role-%1$s-%2$s"
        .formatted(change.account(), change.region());
  }
}

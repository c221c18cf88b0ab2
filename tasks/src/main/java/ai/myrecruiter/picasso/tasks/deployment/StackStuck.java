package ai.myrecruiter.picasso.tasks.deployment;

import ai.myrecruiter.picasso.workflows.PicassoException;

/** CloudFormation could not go back either; traffic never moved, but a person has to act. */
public final class StackStuck extends PicassoException {
  private static final long serialVersionUID = 1L;

  StackStuck(String stack, String status, String reason, String fix) {
    super(
        "stack-stuck",
        "Stack %s is %s: %s. Traffic is where it was; to use the stack again, %s."
            .formatted(stack, status, reason, fix));
  }
}

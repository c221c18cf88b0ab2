package ai.myrecruiter.picasso.tasks.deployment;

import ai.myrecruiter.picasso.workflows.PicassoException;

/** CloudFormation did not reach the template; the stack is as it was, and traffic never moved. */
public final class StackWentBack extends PicassoException {
  private static final long serialVersionUID = 1L;

  StackWentBack(String stack, String reason) {
    super(
        "stack-went-back",
        "Stack %s went back to what it was: %s. Mend that and deploy again."
            .formatted(stack, reason));
  }
}

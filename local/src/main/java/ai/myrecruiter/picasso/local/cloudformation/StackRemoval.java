package ai.myrecruiter.picasso.local.cloudformation;

import java.util.Deque;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/** The deletion of a stack, the last made first; the retained resources stay. */
final class StackRemoval {
  private final LiveStack stack;
  private final ResourceSteps steps;
  private final Runnable gone;

  /**
   * Prepares a deletion.
   *
   * @param gone told when nothing is left
   */
  StackRemoval(LiveStack stack, ResourceSteps steps, Runnable gone) {
    this.stack = stack;
    this.steps = steps;
    this.gone = gone;
  }

  void remove(Deque<StackResource> left) {
    if (left.isEmpty()) {
      stack.resources.clear();
      stack.become(StackStatus.DELETE_COMPLETE, "", steps.now());
      gone.run();
      return;
    }
    var resource = left.removeFirst();
    if (resource.retained()) {
      steps.skip(stack, resource);
      stack.resources.remove(resource.logicalId());
      remove(left);
      return;
    }
    steps.remove(
        stack,
        resource,
        () -> {
          stack.resources.remove(resource.logicalId());
          remove(left);
        },
        reason ->
            stack.become(
                StackStatus.DELETE_FAILED,
                "The following resource(s) failed to delete: [%s].".formatted(resource.logicalId()),
                steps.now()));
  }
}

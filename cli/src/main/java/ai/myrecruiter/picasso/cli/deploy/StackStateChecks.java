package ai.myrecruiter.picasso.cli.deploy;

import ai.myrecruiter.picasso.tasks.deployment.StableVersions;
import ai.myrecruiter.picasso.tasks.deployment.StackChecks;
import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.Finding;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/** Whether stacks are in a state in which they can be changed. */
final class StackStateChecks {
  private final Session session;
  private final boolean replacesFailed;

  StackStateChecks(Session session, boolean replacesFailed) {
    this.session = session;
    this.replacesFailed = replacesFailed;
  }

  List<Finding> of(StackPlan plan) {
    return plan.now().map(stack -> of(plan, stack)).orElse(List.of());
  }

  private List<Finding> of(StackPlan plan, Stack stack) {
    if (failed(stack)) {
      return replacesFailed && deletable(stack) ? List.of() : List.of(neverCame(stack));
    }
    if (!plan.changes()) {
      return StackChecks.status(stack);
    }
    var cloudFormation = session.account().cloudFormation();
    var checks = new StackChecks(cloudFormation, session.now());
    var findings = new ArrayList<>(checks.of(stack));
    StableVersions.read(session.account().lambda(), plan.change())
        .forEach(served -> findings.addAll(checks.of(served)));
    return findings;
  }

  /** Whether all that can be done with a stack is to delete it. */
  static boolean failed(Stack stack) {
    return switch (stack.stackStatusAsString()) {
      case "ROLLBACK_COMPLETE", "ROLLBACK_FAILED", "CREATE_FAILED", "DELETE_FAILED" -> true;
      default -> false;
    };
  }

  /** A production stack whose deletion failed may hold data; a person has to look at it. */
  private boolean deletable(Stack stack) {
    return session.environment() != Environment.PRODUCTION
        || !stack.stackStatusAsString().equals("DELETE_FAILED");
  }

  private Finding neverCame(Stack stack) {
    var fix =
        deletable(stack)
            ? "see its events, mend the cause, then give --delete-failed, which deletes it first"
            : "see its events and its resources, and delete it by hand";
    return new Finding(
        "stack",
        stack.stackName() + " is " + stack.stackStatusAsString(),
        "must not be left from a creation or deletion that failed",
        fix);
  }
}

package ai.myrecruiter.picasso.tasks.deployment;

import ai.myrecruiter.picasso.tasks.alias.AliasState;
import ai.myrecruiter.picasso.workflows.Finding;
import ai.myrecruiter.picasso.workflows.deployment.StackOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackDriftStatus;

/** What speaks against changing a stack that exists, and against passing an alias on. */
public final class StackChecks {
  private static final Duration FRESH = Duration.ofHours(24);
  private static final String STACK = "$.change.stack";
  private final CloudFormationClient cloudFormation;
  private final Instant now;

  /** Looks at an instant. */
  public StackChecks(CloudFormationClient cloudFormation, Instant now) {
    this.cloudFormation = cloudFormation;
    this.now = now;
  }

  /** Against a stack: its status and its drift. */
  public List<Finding> of(Stack stack) {
    var findings = new ArrayList<>(status(stack));
    drift(stack, findings);
    return findings;
  }

  /** Against a stack: that it cannot be changed as it is. */
  public static List<Finding> status(Stack stack) {
    var status = stack.stackStatusAsString();
    return StackOutcome.obstacle(status)
        .map(
            fix -> new Finding(STACK, stack.stackName() + " is " + status, "must be complete", fix))
        .stream()
        .toList();
  }

  /** No data is no pass: a stack that nobody has looked at may have drifted. */
  private void drift(Stack stack, List<Finding> findings) {
    var drift = stack.driftInformation();
    var checked = drift == null ? null : drift.lastCheckTimestamp();
    var name = stack.stackName();
    var rule = "must have been checked within a day";
    var detect = "look for it: aws cloudformation detect-stack-drift --stack-name " + name;
    if (drift == null
        || checked == null
        || drift.stackDriftStatus() == StackDriftStatus.NOT_CHECKED
        || drift.stackDriftStatus() == StackDriftStatus.UNKNOWN) {
      findings.add(new Finding(STACK, "drift of " + name + " unknown", rule, detect));
    } else if (checked.plus(FRESH).isBefore(now)) {
      findings.add(new Finding(STACK, "drift of %s of %s".formatted(name, checked), rule, detect));
    }
    for (var id : new StackView(cloudFormation, name).drifted(stack)) {
      findings.add(
          new Finding(
              STACK,
              name + " " + id,
              "must be as its template says, and was changed past CloudFormation",
              "undo that, or put it into the template, then look for drift again"));
    }
  }

  /** Against an alias: that it is split, or serves another version than its last rollout left. */
  public List<Finding> of(StableVersions.Served served) {
    var findings = new ArrayList<Finding>();
    AliasState state = served.state();
    var name = served.of().function() + ":" + served.of().alias() + " " + state.weights();
    if (state.weights().isSplit()) {
      findings.add(
          new Finding(
              "$.change.stable",
              name,
              "must send everything to one version",
              "picasso rollout abort, or wait for the watchdog"));
    }
    state
        .memory()
        .filter(memory -> !memory.stable().equals(state.weights().primary()))
        .ifPresent(memory ->
            findings.add(
                new Finding(
                    "$.change.stable",
                    name,
                    "must serve the version that its last rollout left stable ("
                        + memory.stable()
                        + ")",
                    "find the other writer in CloudTrail (UpdateAlias)")));
    return findings;
  }
}

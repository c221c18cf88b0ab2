package ai.myrecruiter.picasso.tasks.deployment;

import ai.myrecruiter.picasso.tasks.FreezeInspection;
import ai.myrecruiter.picasso.tasks.PolicyInspection;
import ai.myrecruiter.picasso.tasks.Ports;
import ai.myrecruiter.picasso.tasks.alias.AliasState;
import ai.myrecruiter.picasso.workflows.Finding;
import ai.myrecruiter.picasso.workflows.deployment.StackOutcome;
import ai.myrecruiter.picasso.workflows.rollout.Run;
import ai.myrecruiter.picasso.workflows.stack.StackChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackDriftStatus;

/** What speaks against a change of a stack before it is even proposed. */
final class StackInspection {
  private static final Duration FRESH = Duration.ofHours(24);
  private final Ports ports;
  private final StackChange change;
  private final Instant now;
  private final List<Finding> findings = new ArrayList<>();

  StackInspection(Ports ports, StackChange change, Instant now) {
    this.ports = ports;
    this.change = change;
    this.now = now;
  }

  /** Everything that is wrong, at once. */
  List<Finding> of(Run run) {
    place(run);
    findings.addAll(PolicyInspection.place(ports, run.environment(), run.function()));
    findings.addAll(FreezeInspection.at(ports, now));
    new StackView(ports.cloudFormation(), change)
        .find()
        .ifPresentOrElse(
            this::stack,
            () ->
                add(
                    "$.change.stack",
                    change.stack(),
                    "must exist",
                    "deploy the environment for the first time: picasso deploy"));
    StableVersions.read(ports, change).forEach(this::alias);
    return findings;
  }

  /** The ARN of the function says where this task runs. */
  private void place(Run run) {
    var arn =
        ports
            .lambda()
            .getFunctionConfiguration(it -> it.functionName(run.function()))
            .functionArn()
            .split(":", -1);
    if (!arn[4].equals(change.account())) {
      add(
          "$.change.account",
          change.account(),
          "must be this account (" + arn[4] + ")",
          "choose the profile of the right account");
    }
    if (!arn[3].equals(change.region())) {
      add(
          "$.change.region",
          change.region(),
          "must be this region (" + arn[3] + ")",
          "give the right --region");
    }
  }

  private void stack(Stack stack) {
    var status = stack.stackStatusAsString();
    StackOutcome.obstacle(status)
        .ifPresent(fix ->
            add("$.change.stack", change.stack() + " is " + status, "must be complete", fix));
    drift(stack);
  }

  /** No data is no pass: a stack that nobody has looked at may have drifted. */
  private void drift(Stack stack) {
    var drift = stack.driftInformation();
    var checked = drift == null ? null : drift.lastCheckTimestamp();
    var detect =
        "look for it: aws cloudformation detect-stack-drift --stack-name " + change.stack();
    if (drift == null
        || checked == null
        || drift.stackDriftStatus() == StackDriftStatus.NOT_CHECKED
        || drift.stackDriftStatus() == StackDriftStatus.UNKNOWN) {
      add("$.change.stack", "drift unknown", "must have been checked within a day", detect);
    } else if (checked.plus(FRESH).isBefore(now)) {
      add("$.change.stack", "drift of " + checked, "must have been checked within a day", detect);
    }
    for (var id : new StackView(ports.cloudFormation(), change).drifted(stack)) {
      add(
          "$.change.stack",
          id,
          "must be as its template says, and was changed past CloudFormation",
          "undo that, or put it into the template, then look for drift again");
    }
  }

  private void alias(StableVersions.Served served) {
    AliasState state = served.state();
    var name = served.of().function() + ":" + served.of().alias();
    if (state.weights().isSplit()) {
      add(
          "$.change.stable",
          name + " " + state.weights(),
          "must send everything to one version",
          "picasso rollout abort, or wait for the watchdog");
    }
    state
        .memory()
        .filter(memory -> !memory.stable().equals(state.weights().primary()))
        .ifPresent(memory ->
            add(
                "$.change.stable",
                name + " " + state.weights(),
                "must serve the version that its last rollout left stable ("
                    + memory.stable()
                    + ")",
                "find the other writer in CloudTrail (UpdateAlias)"));
  }

  private void add(String path, String value, String rule, String fix) {
    findings.add(new Finding(path, value, rule, fix));
  }
}

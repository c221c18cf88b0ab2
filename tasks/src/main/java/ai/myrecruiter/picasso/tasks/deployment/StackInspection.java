package ai.myrecruiter.picasso.tasks.deployment;

import ai.myrecruiter.picasso.tasks.FreezeInspection;
import ai.myrecruiter.picasso.tasks.PolicyInspection;
import ai.myrecruiter.picasso.tasks.Ports;
import ai.myrecruiter.picasso.workflows.Finding;
import ai.myrecruiter.picasso.workflows.rollout.Run;
import ai.myrecruiter.picasso.workflows.stack.StackChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What speaks against a change of a stack before it is even proposed. */
final class StackInspection {
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
    new StackView(ports.cloudFormation(), change.stack())
        .find()
        .ifPresentOrElse(
            stack -> findings.addAll(checks().of(stack)),
            () ->
                add(
                    "$.change.stack",
                    change.stack(),
                    "must exist",
                    "deploy the environment for the first time: picasso deploy"));
    StableVersions.read(ports.lambda(), change).forEach(it -> findings.addAll(checks().of(it)));
    return findings;
  }

  private StackChecks checks() {
    return new StackChecks(ports.cloudFormation(), now);
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

  private void add(String path, String value, String rule, String fix) {
    findings.add(new Finding(path, value, rule, fix));
  }
}

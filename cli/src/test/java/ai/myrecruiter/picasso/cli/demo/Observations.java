package ai.myrecruiter.picasso.cli.demo;

import static ai.myrecruiter.picasso.cli.Records.at;

import ai.myrecruiter.picasso.cli.Records;
import ai.myrecruiter.picasso.cli.rollout.ExecutionEnd;
import ai.myrecruiter.picasso.local.traffic.Served;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import ai.myrecruiter.picasso.workflows.judge.BadRequests;
import ai.myrecruiter.picasso.workflows.judge.Tally;
import ai.myrecruiter.picasso.workflows.rollout.AliasWeights;
import ai.myrecruiter.picasso.workflows.rollout.DecidedBy;
import ai.myrecruiter.picasso.workflows.rollout.Ending;
import ai.myrecruiter.picasso.workflows.rollout.Outcome;
import ai.myrecruiter.picasso.workflows.rollout.Rollout;
import java.util.Optional;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** What is seen of a scenario in which version 3 replaces version 2. */
final class Observations {
  static final VersionNumber OLD = new VersionNumber(2);
  static final VersionNumber NEW = new VersionNumber(3);
  static final ExecutionEnd SUCCEEDED = new ExecutionEnd(ExecutionStatus.SUCCEEDED, "", "");
  static final ExecutionEnd ROLLED_BACK =
      new ExecutionEnd(ExecutionStatus.FAILED, "RolledBack", "why");
  static final ExecutionEnd TAKEN_OVER =
      new ExecutionEnd(ExecutionStatus.ABORTED, "TakenOver", "why");

  private Observations() {}

  static Scenario scenario(Trouble trouble, Expected expected) {
    return new Scenario("Version 3 is new", OLD, NEW, trouble, expected);
  }

  static Observation promoted() {
    return new Observation(
        Records.completed(),
        SUCCEEDED,
        AliasWeights.all(NEW),
        new Served(400, 0, Optional.empty()),
        CrossTenantAttempts.NONE);
  }

  static Observation caught() {
    return new Observation(
        Records.rolledBack(),
        ROLLED_BACK,
        AliasWeights.all(OLD),
        new Served(100, 31, Optional.of(at(6))),
        CrossTenantAttempts.NONE);
  }

  static Observation alarmed() {
    return new Observation(
        byAlarm(Records.looked(new Tally(900, 1), new Tally(100, 0))),
        TAKEN_OVER,
        AliasWeights.all(OLD),
        new Served(100, 0, Optional.empty()),
        new CrossTenantAttempts(50, Optional.of(at(5))));
  }

  private static Rollout byAlarm(Rollout rollout) {
    return rollout
        .rollingBack(6, "Rolling back, triggered by the alarm.", at(11))
        .rolledBack(
            new Outcome(
                Ending.ROLLED_BACK,
                DecidedBy.ALARM,
                "All traffic on version 2. Triggered by picasso-staging-cross-tenant-attempts.",
                BadRequests.NONE,
                Optional.empty(),
                at(12)),
            at(13));
  }
}

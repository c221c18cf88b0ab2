package ai.myrecruiter.picasso.workflows.rollout;

import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import ai.myrecruiter.picasso.workflows.judge.BadRequests;
import ai.myrecruiter.picasso.workflows.plan.ApprovalDefault;
import ai.myrecruiter.picasso.workflows.plan.Plan;
import ai.myrecruiter.picasso.workflows.plan.Plans;
import java.time.Instant;
import java.util.Optional;

/** Rollouts at each point of their life, for tests. */
public final class Rollouts {
  public static final Instant START = Instant.parse("2026-11-02T08:00:00Z");
  public static final VersionNumber TWO = new VersionNumber(2);
  public static final VersionNumber THREE = new VersionNumber(3);
  static final String ARN =
      "arn:aws:states:us-east-1:000000000000:execution:picasso-staging-rollout:r-1";

  private Rollouts() {}

  public static StartRollout request() {
    return request(Plans.threeStages());
  }

  public static StartRollout request(Plan plan) {
    return new StartRollout(
        Environment.STAGING,
        new RolloutId("r-1"),
        "picasso-staging-chat",
        "live",
        Optional.empty(),
        Optional.empty(),
        plan,
        plan.digest(),
        "ana");
  }

  public static Rollout accepted() {
    return Rollout.accepted(request(), ARN, 7, START);
  }

  public static Rollout published() {
    return accepted().preflighting(at(1)).publishing(TWO, at(2)).published(THREE, at(3));
  }

  public static Rollout observing(int stage) {
    var rollout = published();
    for (var i = 0; i <= stage; i++) {
      rollout = rollout.shifting(i, at(10 + i)).observing(at(20 + i));
    }
    return rollout;
  }

  public static Rollout baking() {
    return observing(2).promoting(at(40)).baking(at(50));
  }

  public static PendingApproval question(String stage, ApprovalReason reason) {
    return new PendingApproval(
        stage,
        reason,
        Plans.threeStages().digest(),
        "token",
        at(3_600),
        ApprovalDefault.REJECT,
        true);
  }

  public static Outcome outcome(Ending ending) {
    return new Outcome(
        ending, DecidedBy.JUDGE, "It ended", BadRequests.NONE, Optional.empty(), at(90));
  }

  public static Instant at(int seconds) {
    return START.plusSeconds(seconds);
  }
}

package ai.myrecruiter.picasso.cli;

import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import ai.myrecruiter.picasso.workflows.judge.BadRequests;
import ai.myrecruiter.picasso.workflows.judge.Criteria;
import ai.myrecruiter.picasso.workflows.judge.CumulativeCounts;
import ai.myrecruiter.picasso.workflows.judge.Judge;
import ai.myrecruiter.picasso.workflows.judge.Tally;
import ai.myrecruiter.picasso.workflows.plan.ApprovalDefault;
import ai.myrecruiter.picasso.workflows.plan.Plan;
import ai.myrecruiter.picasso.workflows.plan.PlanReader;
import ai.myrecruiter.picasso.workflows.rollout.ApprovalReason;
import ai.myrecruiter.picasso.workflows.rollout.DecidedBy;
import ai.myrecruiter.picasso.workflows.rollout.Ending;
import ai.myrecruiter.picasso.workflows.rollout.Outcome;
import ai.myrecruiter.picasso.workflows.rollout.PendingApproval;
import ai.myrecruiter.picasso.workflows.rollout.Rollout;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import ai.myrecruiter.picasso.workflows.rollout.StartRollout;
import java.time.Instant;
import java.util.Optional;

/** Records of one rollout at each point of its life, made by the domain's own steps. */
public final class Records {
  /** When it was accepted. */
  public static final Instant START = Instant.parse("2026-11-02T08:00:00Z");

  /** Its id. */
  public static final RolloutId ID = new RolloutId("20261102-080000-3fa9c1");

  /** Its plan. */
  public static final Plan PLAN =
      PlanReader.read(
              """
              name: careful
              stages:
                - {name: first, weight: 10, duration: 20s, look: 2s, onInconclusive: hold}
                - {name: half, weight: 50, duration: 30s, maxDuration: 1m, look: 2s, onInconclusive: extend, approval: {}}
              bake: {holdback: 5, duration: 10s, look: 2s, onInconclusive: pass}
              alarms: [cross-tenant-attempts]
              """)
          .orThrow();

  private static final VersionNumber OLD = new VersionNumber(2);
  private static final VersionNumber NEW = new VersionNumber(3);

  private Records() {}

  /** The instant of a number of seconds after the start. */
  public static Instant at(int seconds) {
    return START.plusSeconds(seconds);
  }

  /** What was asked, by an id. */
  public static StartRollout request(RolloutId id) {
    return new StartRollout(
        Environment.STAGING,
        id,
        "picasso-staging-chat",
        "live",
        Optional.empty(),
        Optional.empty(),
        PLAN,
        PLAN.digest(),
        "mia");
  }

  /** In ACCEPTED. */
  public static Rollout accepted() {
    return accepted(ID, START);
  }

  /** Another one in ACCEPTED. */
  public static Rollout accepted(RolloutId id, Instant when) {
    var arn = "arn:aws:states:us-east-1:000000000000:execution:picasso-staging-rollout:" + id;
    return Rollout.accepted(request(id), arn, 4, when);
  }

  /** In PUBLISHING, the candidate known. */
  public static Rollout published() {
    return accepted().preflighting(at(1)).publishing(OLD, at(2)).published(NEW, at(3));
  }

  /** In OBSERVING, at 10 %. */
  public static Rollout observing() {
    return published().shifting(0, at(4)).observing(at(5));
  }

  /** In OBSERVING after looks at these sums of requests and errors, old and new. */
  public static Rollout looked(Tally old, Tally fresh) {
    var before = observing();
    var start = Judge.look(before.judge(), "0-0", sums(Tally.NONE, Tally.NONE), criteria()).state();
    var judgement = Judge.look(start, "0-1", sums(old, fresh), criteria());
    var sentence = judgement.tests().getFirst().sentence();
    return before.looked(judgement.state(), sentence, at(7));
  }

  private static CumulativeCounts sums(Tally old, Tally fresh) {
    return CumulativeCounts.of(old, fresh);
  }

  private static Criteria criteria() {
    return Criteria.of(PLAN, OLD, NEW);
  }

  /** In AWAITING_APPROVAL before the second stage, asked with a token. */
  public static Rollout awaiting(String token, Instant expiresAt) {
    return looked(new Tally(900, 1), new Tally(100, 0))
        .awaiting(
            new PendingApproval(
                "half",
                ApprovalReason.BEFORE_STAGE,
                PLAN.digest(),
                token,
                expiresAt,
                ApprovalDefault.REJECT,
                true),
            at(25));
  }

  /** In ROLLING_BACK, by the judge. */
  public static Rollout rollingBack() {
    return looked(new Tally(900, 1), new Tally(100, 31))
        .rollingBack(5, "Rolling back, triggered by errors.", at(8));
  }

  /** Rolled back by the judge. */
  public static Rollout rolledBack() {
    return rollingBack()
        .rolledBack(
            new Outcome(
                Ending.ROLLED_BACK,
                DecidedBy.JUDGE,
                "All traffic on version 2. Triggered by errors.",
                new BadRequests(31, 30.9),
                Optional.of(at(5)),
                at(9)),
            at(10));
  }

  /** Promoted. */
  public static Rollout completed() {
    return looked(new Tally(900, 1), new Tally(100, 0))
        .shifting(1, at(25))
        .observing(at(26))
        .promoting(at(60))
        .baking(at(61))
        .closing(at(75))
        .completed(
            new Outcome(
                Ending.PROMOTED,
                DecidedBy.JUDGE,
                "All traffic on version 3.",
                BadRequests.NONE,
                Optional.empty(),
                at(76)),
            at(76));
  }

  /** Refused by preflight. */
  public static Rollout refused() {
    return accepted()
        .preflighting(at(1))
        .refused(
            new Outcome(
                Ending.REFUSED,
                DecidedBy.PLAN,
                "PreflightRefused: $.function = x: must be Active; wait",
                BadRequests.NONE,
                Optional.empty(),
                at(2)),
            at(2));
  }
}

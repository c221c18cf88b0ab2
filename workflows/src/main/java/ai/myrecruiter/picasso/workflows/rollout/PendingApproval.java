package ai.myrecruiter.picasso.workflows.rollout;

import ai.myrecruiter.picasso.workflows.Finding;
import ai.myrecruiter.picasso.workflows.plan.ApprovalDefault;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A question to a person that has not been answered. The answer is bound to the stage and to the
 * plan that the person was shown.
 *
 * @param stage name of the stage that would start, or of the one that is held; {@code bake} for the
 *     holdback bake
 * @param reason why it is asked
 * @param planDigest digest of the plan
 * @param taskToken token that wakes the execution
 * @param expiresAt from when on the default counts
 * @param whenExpired the default ({@code default} in JSON)
 * @param otherThanStarter whether the starter may not answer
 */
public record PendingApproval(
    String stage,
    ApprovalReason reason,
    String planDigest,
    String taskToken,
    Instant expiresAt,
    @JsonProperty("default") ApprovalDefault whenExpired,
    boolean otherThanStarter) {
  /**
   * What keeps an answer from counting; none when it counts.
   *
   * @param startedBy who started the rollout
   * @param at the present instant
   */
  public List<Finding> check(ApprovalAnswer answer, String startedBy, Instant at) {
    var findings = new ArrayList<Finding>();
    if (!answer.stage().equals(stage)) {
      findings.add(
          finding("$.stage", answer.stage(), "must be the stage that waits (" + stage + ")"));
    }
    if (!answer.planDigest().equals(planDigest)) {
      findings.add(
          finding(
              "$.planDigest", answer.planDigest(), "must be the rollout's (" + planDigest + ")"));
    }
    if (answer.by().isBlank()) {
      findings.add(new Finding("$.by", answer.by(), "must name a person", "say who answers"));
    }
    if (answer.approved() && otherThanStarter && answer.by().equals(startedBy)) {
      findings.add(
          new Finding(
              "$.by",
              answer.by(),
              "must be another person than the one who started the rollout",
              "ask a colleague to approve"));
    }
    if (!at.isBefore(expiresAt)) {
      findings.add(finding("$.at", at.toString(), "must be before " + expiresAt));
    }
    return findings;
  }

  /** The question, for a person. */
  String sentence() {
    var why = reason == ApprovalReason.HELD ? "could not be judged" : "needs consent";
    return "%s %s; waiting for a person until %s".formatted(stage, why, expiresAt);
  }

  private static Finding finding(String path, String value, String rule) {
    return new Finding(path, value, rule, "look at the rollout's status again, then answer");
  }
}

package ai.myrecruiter.picasso.workflows.deployment;

import ai.myrecruiter.picasso.workflows.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A question about a change set that waits for a person; the answer is bound to the change set's
 * digest.
 *
 * @param changeSetDigest what the person is shown
 * @param taskToken token that wakes the execution; absent when a command waits, which reads the
 *     answer from the record
 * @param expiresAt from when on no answer counts as a no
 * @param otherThanStarter whether the starter may not answer
 */
public record ChangeApproval(
    String changeSetDigest,
    Optional<String> taskToken,
    Instant expiresAt,
    boolean otherThanStarter) {
  /**
   * What keeps an answer from counting; none when it counts.
   *
   * @param startedBy who started the deployment
   * @param at the present instant
   */
  public List<Finding> check(ChangeAnswer answer, String startedBy, Instant at) {
    var findings = new ArrayList<Finding>();
    if (!answer.changeSetDigest().equals(changeSetDigest)) {
      findings.add(
          new Finding(
              "$.changeSetDigest",
              answer.changeSetDigest(),
              "must be the digest of the change set that waits (" + changeSetDigest + ")",
              "review the change set again"));
    }
    if (answer.by().isBlank()) {
      findings.add(new Finding("$.by", answer.by(), "must name a person", "say who answers"));
    }
    if (answer.approved() && otherThanStarter && answer.by().equals(startedBy)) {
      findings.add(
          new Finding(
              "$.by",
              answer.by(),
              "must be another person than the one who started the deployment",
              "ask a colleague to approve"));
    }
    if (!at.isBefore(expiresAt)) {
      findings.add(
          new Finding("$.at", at.toString(), "must be before " + expiresAt, "deploy again"));
    }
    return findings;
  }
}

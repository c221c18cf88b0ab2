package ai.myrecruiter.picasso.workflows.deployment;

import ai.myrecruiter.picasso.workflows.environment.Approvals;
import java.time.Duration;

/**
 * When a person has to agree to a change set, and who.
 *
 * @param always whether also without any risk
 * @param otherThanStarter whether the starter may not agree
 * @param expiresAfter time for an answer; none in time is a no
 */
public record ChangeApprovalPolicy(
    boolean always, boolean otherThanStarter, Duration expiresAfter) {
  private static final Duration ONE_DAY = Duration.ofHours(24);

  /** What the environment's document says. */
  public static ChangeApprovalPolicy of(Approvals approval) {
    return new ChangeApprovalPolicy(approval.changeSet(), approval.otherThanStarter(), ONE_DAY);
  }

  /** Whether a person has to agree to what was reviewed. */
  public boolean asks(Review review) {
    return always || !review.toApprove().isEmpty();
  }
}

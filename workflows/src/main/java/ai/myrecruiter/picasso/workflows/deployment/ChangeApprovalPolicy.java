package ai.myrecruiter.picasso.workflows.deployment;

import ai.myrecruiter.picasso.workflows.Environment;
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

  /** The policy of an environment. */
  public static ChangeApprovalPolicy of(Environment environment) {
    return switch (environment) {
      case STAGING -> new ChangeApprovalPolicy(false, false, ONE_DAY);
      case PRODUCTION -> new ChangeApprovalPolicy(true, true, ONE_DAY);
    };
  }

  /** Whether a person has to agree to what was reviewed. */
  public boolean asks(Review review) {
    return always || !review.toApprove().isEmpty();
  }
}

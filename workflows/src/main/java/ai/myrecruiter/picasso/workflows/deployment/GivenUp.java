package ai.myrecruiter.picasso.workflows.deployment;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What becomes of the record of a deployment that nobody follows to its end. CloudFormation alone
 * knows how it ended, so the record says what CloudFormation says.
 */
public final class GivenUp {
  /** How long CloudFormation is waited for before the environment is given back without its end. */
  public static final Duration PATIENCE = Duration.ofHours(3);

  private static final String WORKS_ON = "CloudFormation works on, though nobody follows it: ";

  private GivenUp() {}

  /**
   * The record after a look at the stack; still open when CloudFormation works on.
   *
   * @param status that the stack took last for this deployment; empty when it took none
   * @param because why nobody follows it
   */
  public static Deployment after(
      Deployment deployment, Optional<String> status, String because, Instant at) {
    return switch (deployment.status()) {
      case INSPECTING, PROPOSED, AWAITING_APPROVAL, CLEARED ->
          deployment.to(DeploymentStatus.REFUSED, because, at);
      case EXECUTING ->
          status
              .map(it -> ended(deployment, it, because, at))
              .orElseGet(() ->
                  deployment.to(
                      DeploymentStatus.REFUSED, "CloudFormation never began. " + because, at));
      case ROLLING_BACK ->
          status
              .map(it -> ended(deployment, it, because, at))
              .orElseGet(() -> unknown(deployment, because, at));
      case COMPLETED, UNCHANGED, REFUSED, ROLLED_BACK, STUCK -> deployment;
    };
  }

  /** Since when an open record has waited for CloudFormation with nobody to follow it. */
  public static Optional<Instant> waitingSince(Deployment deployment) {
    return deployment.entries().stream()
        .filter(entry -> entry.sentence().startsWith(WORKS_ON))
        .map(DeploymentEntry::at)
        .findFirst();
  }

  private static Deployment ended(
      Deployment deployment, String status, String because, Instant at) {
    var sentence = "The stack is %s. %s".formatted(status, because);
    return switch (StackOutcome.of(status)) {
      case WORKING -> waiting(deployment, because, at);
      case GOING_BACK ->
          waiting(deployment, because, at)
              .to(DeploymentStatus.ROLLING_BACK, "The stack is " + status, at);
      case DONE ->
          deployment.status() == DeploymentStatus.ROLLING_BACK
              ? unknown(deployment, because, at)
              : deployment.to(
                  DeploymentStatus.COMPLETED, sentence + " Nothing of it was released.", at);
      case WENT_BACK -> deployment.to(DeploymentStatus.ROLLED_BACK, sentence, at);
      case BACK_FAILED, UNUSABLE ->
          deployment.to(
              DeploymentStatus.STUCK,
              sentence + StackOutcome.obstacle(status).map(" To use it again, "::concat).orElse(""),
              at);
    };
  }

  /** Noted once: the same words again, after whatever else was noted, would say nothing new. */
  private static Deployment waiting(Deployment deployment, String because, Instant at) {
    return waitingSince(deployment).isPresent()
        ? deployment
        : deployment.noted(WORKS_ON + because, at);
  }

  private static Deployment unknown(Deployment deployment, String because, Instant at) {
    return deployment.to(
        DeploymentStatus.STUCK,
        "How it ended is not known; see the stack in CloudFormation before it is deployed again. "
            + because,
        at);
  }
}

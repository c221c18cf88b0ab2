package ai.myrecruiter.picasso.workflows.deployment;

import java.util.EnumSet;
import java.util.Set;

/** Where a deployment is in its life. The transition table is {@link #next}. */
public enum DeploymentStatus {
  /** Account, stack and alias are being proved. */
  INSPECTING,
  /** The change set is being made. */
  PROPOSED,
  /** A person is asked. */
  AWAITING_APPROVAL,
  /** It may be executed. */
  CLEARED,
  /** CloudFormation executes it. */
  EXECUTING,
  /** CloudFormation goes back. */
  ROLLING_BACK,
  /** The stack is what the template says. Terminal. */
  COMPLETED,
  /** The stack already was what the template says. Terminal. */
  UNCHANGED,
  /** Ended before anything was executed. Terminal. */
  REFUSED,
  /** CloudFormation went back; the stack is as before. Terminal. */
  ROLLED_BACK,
  /** CloudFormation could not even go back; a person has to act. Terminal. */
  STUCK;

  /** The statuses that may follow this one. */
  public Set<DeploymentStatus> next() {
    return switch (this) {
      case INSPECTING -> EnumSet.of(PROPOSED, REFUSED);
      case PROPOSED -> EnumSet.of(AWAITING_APPROVAL, CLEARED, UNCHANGED, REFUSED);
      case AWAITING_APPROVAL -> EnumSet.of(CLEARED, REFUSED);
      case CLEARED -> EnumSet.of(EXECUTING, REFUSED);
      case EXECUTING -> EnumSet.of(COMPLETED, ROLLING_BACK, ROLLED_BACK, STUCK, REFUSED);
      case ROLLING_BACK -> EnumSet.of(ROLLED_BACK, STUCK);
      case COMPLETED, UNCHANGED, REFUSED, ROLLED_BACK, STUCK ->
          EnumSet.noneOf(DeploymentStatus.class);
    };
  }

  /** Whether CloudFormation may be at work. */
  public boolean executing() {
    return this == EXECUTING || this == ROLLING_BACK;
  }

  /** Whether the deployment has ended. */
  public boolean terminal() {
    return next().isEmpty();
  }
}

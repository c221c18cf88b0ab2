package ai.myrecruiter.picasso.workflows.lease;

import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import java.time.Instant;

/**
 * Who holds, or last held, a lease.
 *
 * @param rollout the rollout it is held for
 * @param executionArn the execution that holds it, or the command and its stack
 * @param name the person or thing behind the execution
 * @param acquiredAt since when
 */
public record Holder(RolloutId rollout, String executionArn, String name, Instant acquiredAt) {
  private static final String COMMAND = "picasso deploy ";

  /**
   * The command that changes a stack, as a holder: started again for the same id it is the same.
   */
  public static Holder ofCommand(
      RolloutId deployment, String stack, String name, Instant acquiredAt) {
    return new Holder(deployment, COMMAND + stack, name, acquiredAt);
  }

  /** Whether a command changes a stack, and no rollout runs. */
  public boolean deploys() {
    return executionArn.startsWith(COMMAND);
  }

  /** Whether this is the same execution, asking again after a lost answer. */
  boolean sameAs(Holder other) {
    return rollout.equals(other.rollout) && executionArn.equals(other.executionArn);
  }
}

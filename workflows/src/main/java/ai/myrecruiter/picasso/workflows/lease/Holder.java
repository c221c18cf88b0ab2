package ai.myrecruiter.picasso.workflows.lease;

import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import java.time.Instant;

/**
 * Who holds, or last held, a lease.
 *
 * @param rollout the rollout it is held for
 * @param executionArn the execution that holds it
 * @param name the person or thing behind the execution
 * @param acquiredAt since when
 */
public record Holder(RolloutId rollout, String executionArn, String name, Instant acquiredAt) {
  /** Whether this is the same execution, asking again after a lost answer. */
  boolean sameAs(Holder other) {
    return rollout.equals(other.rollout) && executionArn.equals(other.executionArn);
  }
}

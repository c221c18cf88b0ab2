package ai.myrecruiter.picasso.workflows.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;

/**
 * A person's consent before something happens.
 *
 * @param expiresAfter how long it may take, 1 second to 7 days
 * @param whenExpired what it counts as after that ({@code default} in documents)
 * @param otherThanStarter whether the person must be another than the one who started the rollout
 */
public record Approval(
    Duration expiresAfter,
    @JsonProperty("default") ApprovalDefault whenExpired,
    boolean otherThanStarter) {
  /** One hour, then rejected, by another person: what a hold asks for when its stage names none. */
  public static final Approval STANDARD =
      new Approval(Duration.ofHours(1), ApprovalDefault.REJECT, true);

  /** Checks the range. */
  public Approval {
    PlanRules.EXPIRES_AFTER.require("$.expiresAfter", expiresAfter);
  }
}

package ai.myrecruiter.picasso.workflows.plan;

import ai.myrecruiter.picasso.workflows.InvalidInput;
import java.time.Duration;
import java.util.Optional;

/**
 * One step of a rollout: a share of the traffic for a time.
 *
 * @param name unique in the plan, kebab case
 * @param weight percent of the traffic on the new version, 0.1 to 99
 * @param duration minimum bake, 1 second to 7 days
 * @param maxDuration maximum bake, at least {@code duration}, at most 7 days
 * @param look interval of looks, 1 second to 1 hour, at most {@code duration}
 * @param onInconclusive what follows when {@code maxDuration} has elapsed without a decision
 * @param approval a person's consent before the stage starts
 */
public record Stage(
    String name,
    double weight,
    Duration duration,
    Duration maxDuration,
    Duration look,
    OnInconclusive onInconclusive,
    Optional<Approval> approval) {
  /** Checks every range and the rules among them. */
  public Stage {
    PlanRules.NAME.require("$.name", name);
    PlanRules.WEIGHT.require("$.weight", weight);
    PlanRules.DURATION.require("$.duration", duration);
    PlanRules.DURATION.require("$.maxDuration", maxDuration);
    PlanRules.LOOK.require("$.look", look);
    InvalidInput.when(PlanRules.lookWithin("$", look, duration));
    InvalidInput.when(PlanRules.longestTime("$", duration, maxDuration, onInconclusive));
  }

  /** How this stage is watched. */
  public Watch watch() {
    return new Watch(name, duration, maxDuration, look, onInconclusive);
  }
}

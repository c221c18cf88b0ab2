package ai.myrecruiter.picasso.workflows.plan;

/**
 * What a stage must be able to see.
 *
 * @param effect odds ratio of errors, new version to old, that a stage must be able to detect
 *     before it passes on evidence; above 1, at most 100
 */
public record Targets(double effect) {
  /** Checks the range. */
  public Targets {
    PlanRules.EFFECT.require("$.effect", effect);
  }
}

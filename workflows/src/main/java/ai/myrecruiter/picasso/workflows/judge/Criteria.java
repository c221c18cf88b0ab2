package ai.myrecruiter.picasso.workflows.judge;

import ai.myrecruiter.picasso.workflows.VersionNumber;
import ai.myrecruiter.picasso.workflows.plan.Plan;

/**
 * What a look is judged by.
 *
 * @param stable the old version
 * @param candidate the new version
 * @param spending the budget of false rollbacks
 * @param targetEffect odds ratio that must be visible before a stage passes
 */
public record Criteria(
    VersionNumber stable, VersionNumber candidate, AlphaSpending spending, double targetEffect) {
  /** The criteria of a plan. */
  public static Criteria of(Plan plan, VersionNumber stable, VersionNumber candidate) {
    return new Criteria(
        stable, candidate, new AlphaSpending(plan.alpha()), plan.targets().effect());
  }
}

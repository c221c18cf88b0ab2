package ai.myrecruiter.picasso.workflows.judge;

import ai.myrecruiter.picasso.workflows.VersionNumber;
import ai.myrecruiter.picasso.workflows.plan.Plan;
import java.util.Optional;

/**
 * What a look is judged by.
 *
 * @param stable the old version
 * @param candidate the new version
 * @param spending the budget of false rollbacks
 * @param targetEffect odds ratio that must be visible before a stage passes
 * @param objective the error rate that the new version must keep; absent: none
 */
public record Criteria(
    VersionNumber stable,
    VersionNumber candidate,
    AlphaSpending spending,
    double targetEffect,
    Optional<Double> objective) {
  /** Criteria without an objective. */
  public Criteria(
      VersionNumber stable, VersionNumber candidate, AlphaSpending spending, double targetEffect) {
    this(stable, candidate, spending, targetEffect, Optional.empty());
  }

  /** The criteria of a plan. */
  public static Criteria of(Plan plan, VersionNumber stable, VersionNumber candidate) {
    return new Criteria(
        stable,
        candidate,
        new AlphaSpending(plan.alpha()),
        plan.targets().effect(),
        Optional.of(plan.targets().errorRate()));
  }
}

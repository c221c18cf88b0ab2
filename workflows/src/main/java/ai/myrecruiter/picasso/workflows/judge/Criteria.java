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

  /** The criteria of a plan for a release of one function. */
  public static Criteria of(Plan plan, VersionNumber stable, VersionNumber candidate) {
    return of(plan, stable, candidate, 1);
  }

  /**
   * The criteria of a plan for one of the functions of a release. The plan's budget of false
   * rollbacks is the release's: each function may spend an equal part of it, so that all together
   * stay within it however their errors hang together.
   *
   * @param functions how many functions the release has, 1 or more
   */
  public static Criteria of(
      Plan plan, VersionNumber stable, VersionNumber candidate, int functions) {
    return new Criteria(
        stable,
        candidate,
        new AlphaSpending(plan.alpha() / functions),
        plan.targets().effect(),
        Optional.of(plan.targets().errorRate()));
  }
}

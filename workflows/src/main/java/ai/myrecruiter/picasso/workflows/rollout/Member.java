package ai.myrecruiter.picasso.workflows.rollout;

import ai.myrecruiter.picasso.workflows.VersionNumber;
import ai.myrecruiter.picasso.workflows.judge.Criteria;
import ai.myrecruiter.picasso.workflows.judge.JudgeState;
import ai.myrecruiter.picasso.workflows.plan.Plan;
import java.util.Optional;

/**
 * One function of a release. All functions of a release have the same weight, are judged at the
 * same looks and end the same way.
 *
 * @param function its name
 * @param stable its version before the rollout, known from preflight on
 * @param candidate its version being rolled out, known from publishing on
 * @param judge what the judge has seen of it
 */
public record Member(
    String function,
    Optional<VersionNumber> stable,
    Optional<VersionNumber> candidate,
    JudgeState judge) {
  /** A function of which nothing is known yet. */
  static Member unknown(FunctionRelease release) {
    return new Member(release.function(), Optional.empty(), Optional.empty(), JudgeState.START);
  }

  Member stable(VersionNumber version) {
    return new Member(function, Optional.of(version), candidate, judge);
  }

  Member candidate(VersionNumber version) {
    return new Member(function, stable, Optional.of(version), judge);
  }

  Member judge(JudgeState state) {
    return new Member(function, stable, candidate, state);
  }

  boolean versionsKnown() {
    return stable.isPresent() && candidate.isPresent();
  }

  /** Whether it has nothing new. */
  boolean unchanged() {
    return versionsKnown() && stable.equals(candidate);
  }

  /**
   * What it is judged by: its share of the release's budget of false rollbacks.
   *
   * @param functions how many functions the release has
   */
  public Criteria criteria(Plan plan, int functions) {
    return Criteria.of(plan, stable.orElseThrow(), candidate.orElseThrow(), functions);
  }
}

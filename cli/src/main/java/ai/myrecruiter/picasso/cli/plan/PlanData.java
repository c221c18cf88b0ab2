package ai.myrecruiter.picasso.cli.plan;

import ai.myrecruiter.picasso.workflows.Finding;
import ai.myrecruiter.picasso.workflows.judge.Foresight;
import ai.myrecruiter.picasso.workflows.plan.Plan;
import java.util.List;
import java.util.Optional;

/**
 * What validation says, as data.
 *
 * @param valid whether the file holds a legal plan
 * @param digest the plan's digest
 * @param plan the plan with all defaults filled in
 * @param sights what each stage can see at the traffic that was given
 * @param findings what is wrong; none when valid
 */
record PlanData(
    boolean valid,
    Optional<String> digest,
    Optional<Plan> plan,
    Optional<List<Foresight.Sight>> sights,
    List<Finding> findings) {
  static PlanData of(Plan plan, Optional<List<Foresight.Sight>> sights, List<Finding> findings) {
    return new PlanData(
        findings.isEmpty(),
        Optional.of(plan.digest()),
        Optional.of(plan),
        sights,
        List.copyOf(findings));
  }

  static PlanData refused(List<Finding> findings) {
    return new PlanData(
        false, Optional.empty(), Optional.empty(), Optional.empty(), List.copyOf(findings));
  }
}

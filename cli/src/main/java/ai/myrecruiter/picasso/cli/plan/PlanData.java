package ai.myrecruiter.picasso.cli.plan;

import ai.myrecruiter.picasso.workflows.Finding;
import ai.myrecruiter.picasso.workflows.plan.Plan;
import java.util.List;
import java.util.Optional;

/**
 * What validation says, as data.
 *
 * @param valid whether the file holds a legal plan
 * @param digest the plan's digest
 * @param plan the plan with all defaults filled in
 * @param findings what is wrong; none when valid
 */
record PlanData(
    boolean valid, Optional<String> digest, Optional<Plan> plan, List<Finding> findings) {
  static PlanData of(Plan plan) {
    return new PlanData(true, Optional.of(plan.digest()), Optional.of(plan), List.of());
  }

  static PlanData refused(List<Finding> findings) {
    return new PlanData(false, Optional.empty(), Optional.empty(), List.copyOf(findings));
  }
}

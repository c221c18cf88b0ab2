package ai.myrecruiter.picasso.cli.deploy;

import ai.myrecruiter.picasso.workflows.environment.EnvironmentConfig;
import ai.myrecruiter.picasso.workflows.plan.Plan;
import java.util.List;

/**
 * What is asked of a deployment.
 *
 * @param stacks in the order of their dependencies
 * @param config the environment's document
 * @param plan that versions roll out by
 * @param author who deploys
 * @param dryRun whether nothing is to be changed
 * @param yes whether the one who deploys agrees to what is shown
 * @param deleteFailed whether stacks that failed to come to be are deleted first
 * @param looksForDrift whether drift is looked for before it is read
 * @param toTheEnd whether a rollout is followed to its end
 */
record DeployRequest(
    List<AssemblyStack> stacks,
    EnvironmentConfig config,
    Plan plan,
    String author,
    boolean dryRun,
    boolean yes,
    boolean deleteFailed,
    boolean looksForDrift,
    boolean toTheEnd) {
  /** Copies the stacks. */
  DeployRequest {
    stacks = List.copyOf(stacks);
  }
}

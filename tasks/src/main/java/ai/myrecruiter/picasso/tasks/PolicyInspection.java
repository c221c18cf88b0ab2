package ai.myrecruiter.picasso.tasks;

import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.Finding;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import ai.myrecruiter.picasso.workflows.environment.EnvironmentPolicy;
import java.util.List;
import java.util.Optional;

/**
 * What the environment's document demands. The template gives it to the functions that ask, as JSON
 * in {@code PICASSO_POLICY}; without that variable the standard of the environment holds.
 */
public final class PolicyInspection {
  private PolicyInspection() {}

  /**
   * The policy of an environment.
   *
   * @throws ai.myrecruiter.picasso.workflows.InvalidInput when the variable cannot be read
   */
  public static EnvironmentPolicy of(Ports ports, Environment environment) {
    return Optional.ofNullable(ports.environment().get("PICASSO_POLICY"))
        .map(json -> Contracts.read(json, EnvironmentPolicy.class))
        .orElseGet(() -> EnvironmentPolicy.standard(environment));
  }

  /** What speaks against the place of a function, whose ARN says where this task runs. */
  public static List<Finding> place(Ports ports, Environment environment, String function) {
    return of(ports, environment)
        .place(
            ports.lambda().getFunctionConfiguration(it -> it.functionName(function)).functionArn());
  }
}

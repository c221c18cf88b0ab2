package ai.myrecruiter.picasso.cli.deploy;

import ai.myrecruiter.picasso.cli.local.BuiltFiles;
import ai.myrecruiter.picasso.cli.plan.PlanFile;
import ai.myrecruiter.picasso.workflows.environment.EnvironmentConfig;
import ai.myrecruiter.picasso.workflows.plan.Plan;
import java.nio.file.Path;
import java.util.Optional;

/** The plan that versions roll out by. */
final class PlanChoice {
  private PlanChoice() {}

  /**
   * The plan that was named, else the environment's.
   *
   * @throws ai.myrecruiter.picasso.workflows.InvalidInput with every finding about it
   */
  static Plan of(Optional<Path> named, EnvironmentConfig config) {
    return PlanFile.read(named.orElseGet(() -> BuiltFiles.root().resolve(config.plan()))).orThrow();
  }
}

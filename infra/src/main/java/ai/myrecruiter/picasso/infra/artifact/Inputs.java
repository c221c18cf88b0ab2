package ai.myrecruiter.picasso.infra.artifact;

import java.nio.file.Path;

/**
 * Everything that a synth reads.
 *
 * @param tasksPackage handlers of the Task states with all they need
 * @param runtimePackage the payload with all it needs
 * @param stateMachines folder of the {@code *.asl.json} files
 * @param environments folder of the environments' documents
 */
public record Inputs(
    Path tasksPackage, Path runtimePackage, Path stateMachines, Path environments) {
  /** The inputs of a checkout in which {@code tasks} and {@code runtime} are packaged. */
  public static Inputs of(Path root) {
    return new Inputs(
        BuiltPackage.TASKS.in(root),
        BuiltPackage.RUNTIME.in(root),
        root.resolve("statemachines"),
        root.resolve("environments"));
  }
}

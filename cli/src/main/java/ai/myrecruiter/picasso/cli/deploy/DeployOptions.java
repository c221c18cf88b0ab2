package ai.myrecruiter.picasso.cli.deploy;

import ai.myrecruiter.picasso.cli.config.EnvironmentFile;
import ai.myrecruiter.picasso.cli.shell.Options;
import ai.myrecruiter.picasso.cli.shell.Shell;
import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.environment.EnvironmentConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where commands about deployments find what they need, and who gives them. */
final class DeployOptions {
  @Option(
      names = "--assembly",
      paramLabel = "FOLDER",
      description = "What was synthesized (infra/target/cdk.out, in the project).")
  private Optional<Path> assembly = Optional.empty();

  @Option(
      names = "--config",
      paramLabel = "FOLDER",
      description = "Folder of the environments' files (environments, in the project).")
  private Optional<Path> config = Optional.empty();

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "Who does it; goes into the record (PICASSO_BY, else the user's name).")
  private Optional<String> by = Optional.empty();

  /** The stacks of an environment in the order of their dependencies. */
  List<AssemblyStack> stacks(Environment environment) {
    return Assembly.stacks(assembly, environment);
  }

  /** The environment's document. */
  EnvironmentConfig config(Environment environment) {
    return EnvironmentFile.of(environment, config).read().config();
  }

  String author(Shell shell) {
    return Options.by(by, shell);
  }
}

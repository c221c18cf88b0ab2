package ai.myrecruiter.picasso.cli.deploy;

import ai.myrecruiter.picasso.cli.config.ConfigFolder;
import ai.myrecruiter.picasso.cli.shell.Author;
import ai.myrecruiter.picasso.cli.shell.Shell;
import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.environment.EnvironmentConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where commands about deployments find what they need, and who gives them. */
final class DeployOptions {
  @Option(
      names = "--assembly",
      paramLabel = "FOLDER",
      description = "What was synthesized (infra/target/cdk.out, in the project).")
  private Optional<Path> assembly = Optional.empty();

  @Mixin private final ConfigFolder documents = new ConfigFolder();
  @Mixin private final Author author = new Author();

  /** The stacks of an environment in the order of their dependencies. */
  List<AssemblyStack> stacks(Environment environment) {
    return Assembly.stacks(assembly, environment);
  }

  /** The environment's document. */
  EnvironmentConfig config(Environment environment) {
    return documents.of(environment).read().config();
  }

  String author(Shell shell) {
    return author.name(shell);
  }
}

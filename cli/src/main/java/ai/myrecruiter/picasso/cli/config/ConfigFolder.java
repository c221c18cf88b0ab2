package ai.myrecruiter.picasso.cli.config;

import ai.myrecruiter.picasso.workflows.Environment;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the documents of environments are: an option of every command that reads one. */
public final class ConfigFolder {
  @Option(
      names = "--config",
      paramLabel = "FOLDER",
      description = "Folder of the environments' files (environments, in the project).")
  private Optional<Path> folder = Optional.empty();

  /** The document of an environment. */
  public EnvironmentFile of(Environment environment) {
    return EnvironmentFile.of(environment, folder);
  }
}

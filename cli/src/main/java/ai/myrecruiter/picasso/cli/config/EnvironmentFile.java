package ai.myrecruiter.picasso.cli.config;

import ai.myrecruiter.picasso.cli.local.BuiltFiles;
import ai.myrecruiter.picasso.cli.shell.TextFile;
import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.Finding;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.environment.EnvironmentReader;
import ai.myrecruiter.picasso.workflows.environment.EnvironmentReading;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The document of an environment.
 *
 * @param path where it is
 */
record EnvironmentFile(Path path) {
  private static final TextFile TEXT =
      new TextFile("--config", "environment", "name the folder that it is in");

  /** The file of an environment in a folder, else in the folder of the project. */
  static EnvironmentFile of(Environment environment, Optional<Path> folder) {
    var in = folder.orElseGet(() -> BuiltFiles.root().resolve("environments"));
    return new EnvironmentFile(in.resolve(environment + ".yaml"));
  }

  /**
   * What it says.
   *
   * @throws InvalidInput with every finding, under the file's name
   */
  EnvironmentReading.Accepted read() {
    var text = TEXT.read(path);
    try {
      return EnvironmentReader.read(text).orThrow();
    } catch (InvalidInput refused) {
      throw new InvalidInput(refused.findings().stream().map(this::inFile).toList());
    }
  }

  private Finding inFile(Finding finding) {
    return new Finding(
        path.getFileName() + " " + finding.path(), finding.value(), finding.rule(), finding.fix());
  }
}

package ai.myrecruiter.picasso.cli.local;

import ai.myrecruiter.picasso.cli.shell.CommandEnd;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the build has made and the stage runs.
 *
 * @param assembly the synthesized template and its assets
 * @param payload the payload's package
 * @param page the folder of the chat page
 */
public record BuiltFiles(Path assembly, Path payload, Path page) {
  /**
   * The files below the root of the project, which the launcher names.
   *
   * @throws CommandEnd when one is missing
   */
  public static BuiltFiles find(Path root) {
    var assembly = root.resolve("infra/target/cdk.out");
    if (!Files.isRegularFile(assembly.resolve("manifest.json"))) {
      throw missing(assembly);
    }
    return new BuiltFiles(
        assembly, payload(root.resolve("runtime/target")), root.resolve("runtime/browser"));
  }

  /** The root that the launcher names, else the working folder. */
  public static Path root() {
    return Path.of(System.getProperty("picasso.root", "."));
  }

  private static Path payload(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw missing(folder);
    }
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith("-lambda.zip"))
          .findFirst()
          .orElseThrow(() -> missing(folder.resolve("*-lambda.zip")));
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be listed: " + e.getMessage(), e);
    }
  }

  private static CommandEnd missing(Path what) {
    return CommandEnd.failed(
        "%s is missing. The local stage runs what the build has made: start the command by ./picasso, which builds, or run mvn -DskipTests package."
            .formatted(what));
  }
}

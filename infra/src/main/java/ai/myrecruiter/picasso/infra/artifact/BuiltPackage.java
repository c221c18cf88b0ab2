package ai.myrecruiter.picasso.infra.artifact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The deployable package of a module, taken by path: {@code infra} depends on no code that it
 * deploys.
 *
 * @param module module that builds the package
 * @param extension {@code jar}, or {@code zip} where a jar is not enough
 */
public record BuiltPackage(String module, String extension) {
  /** The handlers of the Task states. */
  public static final BuiltPackage TASKS = new BuiltPackage("tasks", "jar");

  /** The payload, with the wrapper that starts its runtime loop: a jar carries no file modes. */
  public static final BuiltPackage RUNTIME = new BuiltPackage("runtime", "zip");

  /**
   * Finds the package below the root of a checkout.
   *
   * @throws IllegalStateException when there is none or more than one, saying which command helps
   */
  public Path in(Path root) {
    var pattern = "picasso-" + module + "-*-lambda." + extension;
    var target = root.resolve(module).resolve("target");
    var packages = matching(target, pattern);
    if (packages.size() == 1) {
      return packages.getFirst();
    }
    var found = packages.isEmpty() ? "no file" : packages.size() + " files";
    throw new IllegalStateException(
        "%s/target/%s: %s found, exactly one is needed to synthesize; build it with: mvn -pl %s -am -DskipTests %spackage"
            .formatted(module, pattern, found, module, packages.isEmpty() ? "" : "clean "));
  }

  private static List<Path> matching(Path folder, String pattern) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.newDirectoryStream(folder, pattern)) {
      var matching = new ArrayList<Path>();
      files.forEach(matching::add);
      return matching;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

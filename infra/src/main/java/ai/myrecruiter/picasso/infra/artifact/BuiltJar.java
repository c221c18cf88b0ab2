package ai.myrecruiter.picasso.infra.artifact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The deployable jar of a module, taken by path: {@code infra} depends on no code that it deploys.
 *
 * @param module module that builds the jar
 */
public record BuiltJar(String module) {
  /** The handlers of the Task states. */
  public static final BuiltJar TASKS = new BuiltJar("tasks");

  /** The payload. */
  public static final BuiltJar RUNTIME = new BuiltJar("runtime");

  /**
   * Finds the jar below the root of a checkout.
   *
   * @throws IllegalStateException when there is none or more than one, saying which command helps
   */
  public Path in(Path root) {
    var pattern = "picasso-" + module + "-*-lambda.jar";
    var target = root.resolve(module).resolve("target");
    var jars = matching(target, pattern);
    if (jars.size() == 1) {
      return jars.getFirst();
    }
    var found = jars.isEmpty() ? "no file" : jars.size() + " files";
    throw new IllegalStateException(
        "%s/target/%s: %s found, exactly one is needed to synthesize; build it with: mvn -pl %s -am -DskipTests %spackage"
            .formatted(module, pattern, found, module, jars.isEmpty() ? "" : "clean "));
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

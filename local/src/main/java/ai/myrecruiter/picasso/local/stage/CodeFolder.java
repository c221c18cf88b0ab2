package ai.myrecruiter.picasso.local.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A folder for copies of code, gone when it is no longer needed. */
final class CodeFolder {
  private CodeFolder() {}

  static void delete(Path folder) {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the stage's code folder " + folder + " cannot be deleted; delete it by hand", e);
    }
  }
}

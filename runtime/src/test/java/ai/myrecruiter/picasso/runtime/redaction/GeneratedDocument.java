package ai.myrecruiter.picasso.runtime.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page of the documentation that a test writes; {@code -Dpicasso.regenerate=true} does so. */
final class GeneratedDocument {
  private static final Path ROOT = Path.of(System.getProperty("picasso.root", ".."));

  private GeneratedDocument() {}

  static void check(String path, String actual) {
    var file = ROOT.resolve(path);
    try {
      if (Boolean.getBoolean("picasso.regenerate")) {
        Files.writeString(file, actual);
      }
      assertThat(Files.exists(file) ? Files.readString(file) : "")
          .as(
              "%s is not what was measured; if that is right: mvn -pl runtime test"
                  + " -Dpicasso.regenerate=true -Dtest=RedactionMeasurementTest",
              path)
          .isEqualTo(actual);
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }
}

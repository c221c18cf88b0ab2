package ai.myrecruiter.picasso.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts that are kept in files; {@code -Dpicasso.regenerate=true} writes them anew. */
public final class Golden {
  private static final Path ROOT = Path.of(System.getProperty("picasso.root", ".."));

  private Golden() {}

  /** Compares a text with the file of a path from the root of the repository. */
  public static void check(String path, String actual) {
    var file = ROOT.resolve(path);
    try {
      if (Boolean.getBoolean("picasso.regenerate")) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, actual);
      }
      var expected = Files.exists(file) ? Files.readString(file) : "";
      assertThat(actual)
          .as(
              "%s differs; if the new text is right: mvn -pl cli -am test -Dpicasso.regenerate=true"
                  + " -Dsurefire.failIfNoSpecifiedTests=false -Dtest='RolloutViewTest,CliReferenceTest,DemoTranscriptTest'",
              path)
          .isEqualTo(expected);
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }
}

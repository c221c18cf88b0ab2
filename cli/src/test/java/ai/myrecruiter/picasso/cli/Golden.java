package ai.myrecruiter.picasso.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Texts that are kept in files; {@code -Dpicasso.regenerate=true} writes them anew. */
public final class Golden {
  private static final Path ROOT = Path.of(System.getProperty("picasso.root", ".."));

  private Golden() {}

  /** Compares a text with the file of a path from the root of the repository. */
  public static void check(String path, String actual) {
    checkOutline(path, actual, text -> text);
  }

  /**
   * Compares the outline of a text with that of the file: a page that tells what a whole system did
   * need not have the same numbers, but the same things have to happen in the same words.
   */
  public static void checkOutline(String path, String actual, UnaryOperator<String> outline) {
    var file = ROOT.resolve(path);
    try {
      if (Boolean.getBoolean("picasso.regenerate")) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, actual);
      }
      var expected = Files.exists(file) ? Files.readString(file) : "";
      assertThat(outline.apply(actual))
          .as(
              "%s differs; if the new text is right: mvn verify -Dpicasso.regenerate=true"
                  + " -Dsurefire.failIfNoSpecifiedTests=false"
                  + " -Dtest='RolloutViewTest,CliReferenceTest,DemoReportTest,DemoTranscriptTest'",
              path)
          .isEqualTo(outline.apply(expected));
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }
}

package ai.myrecruiter.picasso.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** Texts that are kept in files; {@code -Dpicasso.regenerate=true} writes them anew. */
public final class Golden {
  private Golden() {}

  /** Compares a text with the file of a path from the root of the repository. */
  public static void check(String path, String actual) {
    var file = SynthesizedApp.root().resolve(path);
    try {
      if (Boolean.getBoolean("picasso.regenerate")) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, actual);
      }
      assertThat(actual)
          .as(
              "%s differs; review the change, then: mvn -pl infra -am test"
                  + " -Dpicasso.regenerate=true -Dsurefire.failIfNoSpecifiedTests=false"
                  + " -Dtest='NagFindingsTest,RolesTest,TemplateSnapshotTest'",
              path)
          .isEqualTo(Files.exists(file) ? Files.readString(file) : "");
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }
}

package ai.myrecruiter.picasso.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TaskRootTest {
  @TempDir private Path folder;

  private Path pack(String... entries) throws IOException {
    var file = folder.resolve("code.zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (var entry : entries) {
        zip.putNextEntry(new ZipEntry(entry));
        zip.write(entry.getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }

  private static Path path(URL url) {
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void putsThePackageBeforeTheJarsOfItsLibFolder() throws Exception {
    var code = pack("Handler.class", "lib/one.jar", "lib/two.jar");
    var paths = TaskRoot.classPath(code).stream().map(TaskRootTest::path).toList();
    assertThat(paths)
        .containsExactly(
            code, folder.resolve("code.zip-one.jar"), folder.resolve("code.zip-two.jar"));
    assertThat(paths.get(1)).hasContent("lib/one.jar");
    assertThat(paths.get(2)).hasContent("lib/two.jar");
  }

  @Test
  void takesNoJarFromElsewhereAndNothingElseFromLib() throws Exception {
    var code =
        pack("one.jar", "lib/deep/two.jar", "lib/../../three.jar", "lib/notes.txt", "x/lib/4.jar");
    assertThat(TaskRoot.classPath(code)).isEqualTo(List.of(code.toUri().toURL()));
    assertThat(folder).isDirectoryNotContaining(file -> !file.equals(code));
  }

  @Test
  void unpacksOnce() throws Exception {
    var code = pack("lib/one.jar");
    var jar = path(TaskRoot.classPath(code).getLast());
    Files.writeString(jar, "in use");
    assertThat(TaskRoot.classPath(code)).hasSize(2);
    assertThat(jar).hasContent("in use");
  }

  @Test
  void namesAPackageThatCannotBeUnpacked() throws Exception {
    var code = Files.writeString(folder.resolve("text.zip"), "no zip");
    assertThatThrownBy(() -> TaskRoot.classPath(code))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("text.zip");
  }
}

package ai.myrecruiter.picasso.tests.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where the programs of browser tests are. */
final class Programs {
  private Programs() {}

  /**
   * A program on the path.
   *
   * @throws IllegalStateException naming the Debian package that has it
   */
  static String find(String program, String debianPackage) {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> missing(program, debianPackage))
        .toString();
  }

  /** The browser that WebKit's driver starts, in the library folder of the driver's package. */
  static String miniBrowser() {
    try (var files =
        Files.find(
            Path.of("/usr/lib"),
            3,
            (path, attributes) -> path.endsWith(Path.of("webkit2gtk-4.1", "MiniBrowser")))) {
      return files
          .findFirst()
          .orElseThrow(() -> missing("MiniBrowser", "webkit2gtk-driver"))
          .toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static IllegalStateException missing(String program, String debianPackage) {
    return new IllegalStateException(
        "%s is not on this machine; the browser tests need it: apt-get install %s"
            .formatted(program, debianPackage));
  }
}

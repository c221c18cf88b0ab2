package ai.myrecruiter.picasso.local.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;

/**
 * What Lambda makes of a deployment package: its class path is the package itself and every jar in
 * its folder {@code lib}.
 */
final class TaskRoot {
  private TaskRoot() {}

  /** The class path of a package; jars in it are unpacked beside it, once. */
  static List<URL> classPath(Path code) {
    var paths = new ArrayList<Path>();
    paths.add(code);
    try (var zip = new ZipFile(code.toFile())) {
      var entries =
          zip.stream().filter(entry -> entry.getName().matches("lib/[^/]+\\.jar")).toList();
      for (var entry : entries) {
        var jar = code.resolveSibling(code.getFileName() + "-" + entry.getName().substring(4));
        if (!Files.exists(jar)) {
          try (var content = zip.getInputStream(entry)) {
            Files.copy(content, jar);
          }
        }
        paths.add(jar);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("package %s cannot be unpacked".formatted(code), e);
    }
    return paths.stream().map(TaskRoot::url).toList();
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("code file %s has no URL".formatted(path), e);
    }
  }
}

package ai.myrecruiter.picasso.local.engine;

import ai.myrecruiter.picasso.local.engine.data.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** A folder of cases, one JSON file each, whose name says what it is about. */
public final class CaseFolder {
  private CaseFolder() {}

  /** The cases as (name, content); a folder without any is a mistake. */
  public static Stream<Arguments> cases(String folder) {
    try {
      var url = Objects.requireNonNull(CaseFolder.class.getResource(folder), folder);
      try (var files = Files.list(Path.of(url.toURI()))) {
        var sorted = files.sorted().toList();
        if (sorted.isEmpty()) {
          throw new IllegalStateException("no cases in " + folder);
        }
        return sorted.stream().map(file -> Arguments.of(name(file), content(file)));
      }
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(".json", "");
  }

  private static JsonNode content(Path file) {
    try {
      return Json.parse(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

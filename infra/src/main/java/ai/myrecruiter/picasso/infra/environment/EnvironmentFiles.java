package ai.myrecruiter.picasso.infra.environment;

import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.Finding;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.environment.EnvironmentReader;
import ai.myrecruiter.picasso.workflows.environment.EnvironmentReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The folder {@code environments}: a file for each environment, all of which must be legal. */
public final class EnvironmentFiles {
  private EnvironmentFiles() {}

  /**
   * The settings of every environment.
   *
   * @param folder the folder {@code environments}
   * @throws InvalidInput with the findings of all files, each under its file's name
   */
  public static List<EnvironmentSettings> read(Path folder) {
    var findings = new ArrayList<Finding>();
    var all = new ArrayList<EnvironmentSettings>();
    for (var environment : Environment.values()) {
      var name = environment + ".yaml";
      switch (EnvironmentReader.read(text(folder.resolve(name)))) {
        case EnvironmentReading.Refused(var refused) ->
            refused.forEach(finding -> findings.add(finding.under(name + " $")));
        case EnvironmentReading.Accepted(var config, var _) -> {
          all.add(new EnvironmentSettings(config));
          findings.addAll(misplaced(name, environment, config.environment()));
        }
      }
    }
    InvalidInput.when(findings);
    return List.copyOf(all);
  }

  private static List<Finding> misplaced(String name, Environment file, Environment said) {
    return file == said
        ? List.of()
        : List.of(
            new Finding(
                name + " $.environment",
                said.value(),
                "must be " + file + ", as the file is named",
                "correct the one that is wrong"));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "environments/%s cannot be read: every environment needs its file"
              .formatted(file.getFileName()),
          e);
    }
  }
}

package ai.myrecruiter.picasso.infra;

import ai.myrecruiter.picasso.infra.artifact.Inputs;
import ai.myrecruiter.picasso.infra.environment.EnvironmentFiles;
import ai.myrecruiter.picasso.infra.environment.EnvironmentSettings;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import io.github.cdklabs.cdknag.HIPAASecurityChecks;
import io.github.cdklabs.cdknag.NagReportFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import software.amazon.awscdk.Aspects;

/**
 * The app, synthesized once for all tests of a JVM from the checkout's definitions and from jars
 * that need no build.
 */
public final class SynthesizedApp {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path OUTPUT = synthesize();

  private SynthesizedApp() {}

  /** The folder of the cloud assembly. */
  public static Path output() {
    return OUTPUT;
  }

  /** A stack's template. */
  public static JsonNode template(String stack) {
    return read(stack + ".template.json");
  }

  /** A file of the cloud assembly. */
  public static JsonNode read(String file) {
    try {
      return JSON.readTree(OUTPUT.resolve(file).toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The properties of a stack's resources of a type. */
  public static List<JsonNode> properties(String stack, String type) {
    return resources(stack).stream()
        .filter(resource -> resource.getValue().path("Type").asText().equals(type))
        .map(resource -> resource.getValue().path("Properties"))
        .toList();
  }

  /** The properties of the one resource of a type with a property of a value. */
  public static JsonNode properties(String stack, String type, String property, String value) {
    Predicate<JsonNode> named = properties -> properties.path(property).asText().equals(value);
    var found = properties(stack, type).stream().filter(named).toList();
    if (found.size() != 1) {
      throw new AssertionError(
          "%d resources of type %s with %s %s in %s, one expected"
              .formatted(found.size(), type, property, value, stack));
    }
    return found.getFirst();
  }

  /** The resources of a stack by logical id. */
  public static List<Map.Entry<String, JsonNode>> resources(String stack) {
    return List.copyOf(template(stack).path("Resources").properties());
  }

  /** A file that can stand for a jar: only its digest is in a template. */
  public static Path jar(String content) {
    try {
      var file = Files.createTempFile("picasso-", ".jar");
      file.toFile().deleteOnExit();
      return Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The root of the checkout. */
  public static Path root() {
    return Path.of(System.getProperty("picasso.root", ".."));
  }

  /** What the app is synthesized from. */
  static Inputs inputs() {
    return new Inputs(
        jar("tasks"),
        jar("runtime"),
        root().resolve("statemachines"),
        root().resolve("environments"));
  }

  /** The settings of an environment as it is deployed. */
  public static EnvironmentSettings settings(String environment) {
    return EnvironmentFiles.read(root().resolve("environments")).stream()
        .filter(settings -> settings.name().equals(environment))
        .findFirst()
        .orElseThrow();
  }

  private static Path synthesize() {
    try {
      var output = Files.createTempDirectory("picasso-cdk-out-");
      var app = PicassoApp.create(inputs(), output);
      Aspects.of(app)
          .add(
              AwsSolutionsChecks.Builder.create()
                  .reports(true)
                  .reportFormats(List.of(NagReportFormat.JSON))
                  .build());
      Aspects.of(app)
          .add(
              HIPAASecurityChecks.Builder.create()
                  .reports(true)
                  .reportFormats(List.of(NagReportFormat.JSON))
                  .build());
      app.synth();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(output)));
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

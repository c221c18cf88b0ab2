package ai.myrecruiter.picasso.tests.scenario;

import ai.myrecruiter.picasso.local.stage.StageBlueprint;
import ai.myrecruiter.picasso.tests.access.TaskRoles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** What all stages of this JVM have in common. */
final class SharedStage {
  private static final Path ROOT = Path.of(System.getProperty("picasso.root", ".."));
  static final Path ASSEMBLY = ROOT.resolve("infra/target/cdk.out");
  static final StageBlueprint BLUEPRINT = blueprint();
  static final TaskRoles ROLES = TaskRoles.read(ASSEMBLY);
  private static final Map<String, Path> LABELLED = new ConcurrentHashMap<>();

  private SharedStage() {}

  private static StageBlueprint blueprint() {
    try {
      var blueprint = StageBlueprint.read(ASSEMBLY, "staging");
      Runtime.getRuntime().addShutdownHook(new Thread(blueprint::close));
      return blueprint;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The payload with a label inside, which makes it another code. */
  static Path labelled(String label) {
    return LABELLED.computeIfAbsent(label, SharedStage::write);
  }

  /** The same as bytes. */
  static byte[] bytes(String label) {
    try {
      return Files.readAllBytes(labelled(label));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path write(String label) {
    try (var files = Files.list(ROOT.resolve("runtime/target"))) {
      var jar =
          files.filter(file -> file.toString().endsWith("-lambda.zip")).findFirst().orElseThrow();
      var copy = Files.createTempFile("picasso-release-" + label, ".zip");
      copy.toFile().deleteOnExit();
      try (var in = new ZipInputStream(Files.newInputStream(jar));
          var out = new ZipOutputStream(Files.newOutputStream(copy))) {
        for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
          out.putNextEntry(new ZipEntry(entry.getName()));
          in.transferTo(out);
        }
        out.putNextEntry(new ZipEntry("release.txt"));
        out.write(label.getBytes(StandardCharsets.UTF_8));
      }
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

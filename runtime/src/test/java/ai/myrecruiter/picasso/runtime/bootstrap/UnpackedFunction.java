package ai.myrecruiter.picasso.runtime.bootstrap;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The function's package, unpacked, with the script that is shipped and a jar that is as good. */
final class UnpackedFunction {
  private final Path root;
  private final Path errors;

  UnpackedFunction(Path folder) throws IOException {
    this.root = folder.resolve("a task's root");
    this.errors = folder.resolve("errors");
    Files.createDirectories(root.resolve("bin"));
    Files.createDirectories(root.resolve("lib"));
    var script = root.resolve("bin/picasso-streaming");
    Files.copy(Path.of("src/main/lambda/picasso-streaming"), script);
    if (!script.toFile().setExecutable(true)) {
      throw new IOException("the script cannot be made executable");
    }
    Files.copy(Path.of("src/main/lambda/amazon-roots.p12"), trusted());
    jar(root.resolve("lib/picasso-runtime.jar"));
  }

  /** A jar whose manifest names where this process has the classes from. */
  private static void jar(Path file) throws IOException {
    var manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest
        .getMainAttributes()
        .put(
            Attributes.Name.CLASS_PATH,
            Stream.of(Bootstrap.class, UnpackedFunction.class, org.crac.Core.class)
                .map(UnpackedFunction::place)
                .collect(Collectors.joining(" ")));
    new JarOutputStream(Files.newOutputStream(file), manifest).close();
  }

  private static String place(Class<?> type) {
    try {
      return type.getProtectionDomain().getCodeSource().getLocation().toURI().toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  Path cache() {
    return root.resolve("lib/picasso-runtime.aot");
  }

  /** The roots that are trusted unless a variable says otherwise. */
  Path trusted() {
    return root.resolve("lib/amazon-roots.p12");
  }

  /** What the script or its JVM said on standard error. */
  String errors() throws IOException {
    return Files.readString(errors);
  }

  /** Runs the script with the command of the managed runtime, as Lambda does. */
  Process start(Map<String, String> variables, String... arguments) throws IOException {
    var command = Stream.concat(Stream.of(root + "/bin/picasso-streaming"), Stream.of(arguments));
    var builder = new ProcessBuilder(List.copyOf(command.toList()));
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/bin:/bin");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("LAMBDA_TASK_ROOT", root.toString());
    builder.environment().putAll(variables);
    return builder.redirectError(errors.toFile()).start();
  }
}

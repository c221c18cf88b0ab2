package ai.myrecruiter.picasso.local.lambda;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;

/** Deployment packages for tests: a small chat service, and handlers compiled on the spot. */
public final class PayloadJar {
  /** The payload's own runtime loop. */
  public static final String LOOP = "ai.myrecruiter.picasso.runtime.bootstrap.Bootstrap";

  private static final String HANDLER = "ai.myrecruiter.picasso.local.standin.ChatHandler";

  private PayloadJar() {}

  private static final class Holder {
    static final Path JAR = payload();
  }

  /** The chat service with the libraries it needs. */
  public static Path get() {
    return Holder.JAR;
  }

  private static Path payload() {
    try {
      var file = Files.createTempFile("payload", ".jar");
      file.toFile().deleteOnExit();
      var seen = new HashSet<String>();
      try (var jar = new JarOutputStream(Files.newOutputStream(file))) {
        add(jar, origin(HANDLER), seen);
        add(jar, origin("com.fasterxml.jackson.databind.ObjectMapper"), seen);
        add(jar, origin("com.fasterxml.jackson.core.JsonFactory"), seen);
        add(jar, origin("com.fasterxml.jackson.annotation.JsonProperty"), seen);
      }
      return file;
    } catch (IOException | URISyntaxException | ClassNotFoundException e) {
      throw new AssertionError("the payload cannot be packed", e);
    }
  }

  /** A package with all that is packed together with some classes. */
  public static Path of(String... types) {
    try {
      var file = Files.createTempFile("payload", ".jar");
      file.toFile().deleteOnExit();
      var seen = new HashSet<String>();
      try (var jar = new JarOutputStream(Files.newOutputStream(file))) {
        for (var type : types) {
          add(jar, origin(type), seen);
        }
      }
      return file;
    } catch (IOException | URISyntaxException | ClassNotFoundException e) {
      throw new AssertionError("the classes cannot be packed", e);
    }
  }

  private static URL origin(String type) throws ClassNotFoundException {
    return Class.forName(type, false, PayloadJar.class.getClassLoader())
        .getProtectionDomain()
        .getCodeSource()
        .getLocation();
  }

  private static void add(JarOutputStream jar, URL origin, Set<String> seen)
      throws IOException, URISyntaxException {
    var path = Path.of(origin.toURI());
    if (Files.isDirectory(path)) {
      addFolder(jar, path, seen);
      return;
    }
    try (var source = new JarFile(path.toFile())) {
      for (var entry : source.stream().toList()) {
        if (!entry.isDirectory() && seen.add(entry.getName())) {
          jar.putNextEntry(new JarEntry(entry.getName()));
          try (var content = source.getInputStream(entry)) {
            content.transferTo(jar);
          }
        }
      }
    }
  }

  private static void addFolder(JarOutputStream jar, Path folder, Set<String> seen)
      throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var name = folder.relativize(file).toString().replace(File.separatorChar, '/');
        if (isCode(name) && seen.add(name)) {
          jar.putNextEntry(new JarEntry(name));
          jar.write(Files.readAllBytes(file));
        }
      }
    }
  }

  /** Of the classes of these tests only those that a function runs. */
  private static boolean isCode(String name) {
    return name.startsWith("ai/myrecruiter/picasso/runtime/")
        || !name.startsWith("ai/")
        || name.contains("/standin/");
  }

  /** A package with classes compiled from source, by their simple names in package {@code code}. */
  public static Path compiled(Map<String, String> sources) {
    try {
      var folder = Files.createTempDirectory("code");
      var classes = Files.createDirectory(folder.resolve("classes"));
      for (var source : sources.entrySet()) {
        var file = folder.resolve(source.getKey() + ".java");
        Files.writeString(file, "package code; " + source.getValue());
        compile(file, classes);
      }
      var bytes = new ByteArrayOutputStream();
      try (var jar = new JarOutputStream(bytes)) {
        addFolder(jar, classes, new HashSet<>());
      }
      return Files.write(folder.resolve("code.jar"), bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path payloadClasses() {
    try {
      return Path.of(origin(LOOP).toURI());
    } catch (ClassNotFoundException | URISyntaxException e) {
      throw new AssertionError("the payload is not on the class path", e);
    }
  }

  private static void compile(Path file, Path classes) {
    var errors = new ByteArrayOutputStream();
    int exit =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                errors,
                "-cp",
                System.getProperty("java.class.path") + File.pathSeparator + payloadClasses(),
                "-proc:none",
                "-d",
                classes.toString(),
                file.toString());
    if (exit != 0) {
      throw new AssertionError(errors.toString(java.nio.charset.StandardCharsets.UTF_8));
    }
  }
}

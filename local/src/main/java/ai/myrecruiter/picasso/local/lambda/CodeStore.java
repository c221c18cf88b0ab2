package ai.myrecruiter.picasso.local.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.ZipFile;

/**
 * Keeps a copy of every deployment package by its hash, so that rebuilding a jar never changes a
 * published version.
 */
final class CodeStore {
  private final Path folder;

  CodeStore(Path folder) {
    this.folder = folder;
  }

  /**
   * The package in a file as code.
   *
   * @throws UncheckedIOException naming the file, when it cannot be read
   */
  Code jar(Path file) {
    try {
      return jar(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException("code file %s cannot be read".formatted(file), e);
    }
  }

  /** The package as code, checked to be a zip file. */
  Code jar(byte[] content) {
    var hash = sha256(content);
    var file = folder.resolve(HexFormat.of().formatHex(hash) + ".jar");
    if (!Files.exists(file)) {
      write(content, file);
    }
    return new Code.Jar(Base64.getEncoder().encodeToString(hash), content.length, file);
  }

  /** Code that the stage's handler factory makes. */
  static Code product(String handler) {
    var hash = sha256(handler.getBytes(StandardCharsets.UTF_8));
    return new Code.Product(Base64.getEncoder().encodeToString(hash));
  }

  private void write(byte[] content, Path file) {
    try {
      var part = Files.createTempFile(Files.createDirectories(folder), "upload", ".part");
      Files.write(part, content);
      try (var zip = new ZipFile(part.toFile())) {
        if (zip.size() == 0) {
          throw LambdaErrors.invalid("Uploaded file must be a non-empty zip");
        }
      } catch (IOException e) {
        Files.delete(part);
        throw LambdaErrors.invalid(
            "Could not unzip uploaded file of %d bytes: give a zip or jar"
                .formatted(content.length));
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("code store %s cannot be written".formatted(folder), e);
    }
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}

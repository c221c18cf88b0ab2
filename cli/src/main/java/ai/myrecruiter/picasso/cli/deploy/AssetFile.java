package ai.myrecruiter.picasso.cli.deploy;

import ai.myrecruiter.picasso.workflows.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A file of the assembly that CloudFormation reads from the bootstrap bucket.
 *
 * @param id what the manifest calls it: its fingerprint, in lower-case hexadecimal
 * @param bucket with placeholders for account and region
 * @param key in the bucket
 * @param file where it is
 */
record AssetFile(String id, String bucket, String key, Path file) {
  /** What is wrong with the file: missing, or other bytes than those that were synthesized. */
  Optional<Finding> check() {
    if (!Files.isRegularFile(file)) {
      return Optional.of(finding("nothing", "must exist"));
    }
    return digests(bytes()).matches(id)
        ? Optional.empty()
        : Optional.of(
            finding(digests(bytes()).plain(), "must be what was synthesized (" + id + ")"));
  }

  private Finding finding(String value, String rule) {
    return new Finding(
        "assembly " + file.getFileName(),
        value,
        rule,
        "synthesize again, and deploy what was synthesized");
  }

  /** SHA-256 of the content in Base64, as S3 checks it. */
  static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  byte[] bytes() {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * The two names that CDK gives a file: a template has the digest of its text, a package a digest
   * of fields, of which one is the digest of its content.
   */
  private record Digests(String plain, String ofPackage) {
    boolean matches(String id) {
      return plain.equals(id) || ofPackage.equals(id);
    }
  }

  private static Digests digests(byte[] content) {
    var plain = HexFormat.of().formatHex(sha256(content));
    var fields =
        field("options.extra", "")
            + field("options.follow", "external")
            + field("file:", content.length + ":" + plain);
    return new Digests(
        plain, HexFormat.of().formatHex(sha256(fields.getBytes(StandardCharsets.UTF_8))));
  }

  private static String field(String name, String value) {
    return '\u0001' + name + '\u0002' + value + '\u0003';
  }
}

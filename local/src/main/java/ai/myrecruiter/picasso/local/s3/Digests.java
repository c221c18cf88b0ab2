package ai.myrecruiter.picasso.local.s3;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/** The checksums that S3 keeps of an object. */
final class Digests {
  /** The algorithms that the stage computes, by the names of the API. */
  static final List<String> ALGORITHMS = List.of("CRC32", "CRC32C", "SHA1", "SHA256");

  private Digests() {}

  /** In base64, the big end first, as the API writes it. */
  static String of(String algorithm, byte[] bytes) {
    return Base64.getEncoder()
        .encodeToString(
            switch (algorithm) {
              case "CRC32" -> cyclic(new CRC32(), bytes);
              case "CRC32C" -> cyclic(new CRC32C(), bytes);
              case "SHA1" -> digest("SHA-1", bytes);
              case "SHA256" -> digest("SHA-256", bytes);
              default ->
                  throw S3Errors.of(
                      "InvalidRequest",
                      "The stage does not compute %s: use one of %s"
                          .formatted(algorithm, ALGORITHMS));
            });
  }

  /** The MD5 in base64, as {@code Content-MD5} has it. */
  static String md5(byte[] bytes) {
    return Base64.getEncoder().encodeToString(digest("MD5", bytes));
  }

  /** The MD5 in quotes, as an entity tag. */
  static String eTag(byte[] bytes) {
    return '"' + HexFormat.of().formatHex(digest("MD5", bytes)) + '"';
  }

  private static byte[] cyclic(Checksum checksum, byte[] bytes) {
    checksum.update(bytes, 0, bytes.length);
    return ByteBuffer.allocate(Integer.BYTES).putInt((int) checksum.getValue()).array();
  }

  private static byte[] digest(String algorithm, byte[] bytes) {
    try {
      return MessageDigest.getInstance(algorithm).digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has " + algorithm, e);
    }
  }
}

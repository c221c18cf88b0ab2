package ai.myrecruiter.picasso.local.s3;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * An object as it was put.
 *
 * @param file that holds its bytes and does not change
 * @param length in bytes
 * @param eTag the MD5 of its bytes, in quotes; empty until somebody asks, for a file of the stage
 * @param checksums in base64, by the name of the algorithm as in {@code SHA256}
 * @param contentType if it was given one
 * @param metadata by names in lower case
 * @param lastModified when it was put, in whole seconds
 */
record StoredObject(
    Path file,
    long length,
    Optional<String> eTag,
    Map<String, String> checksums,
    Optional<String> contentType,
    Map<String, String> metadata,
    Instant lastModified) {
  StoredObject {
    checksums = Map.copyOf(checksums);
    metadata = Map.copyOf(metadata);
  }
}

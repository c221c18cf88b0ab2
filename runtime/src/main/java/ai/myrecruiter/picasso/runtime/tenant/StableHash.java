package ai.myrecruiter.picasso.runtime.tenant;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 as a choice among buckets: the same in every process and every release. */
final class StableHash {
  private StableHash() {}

  /** The bucket, 0 to {@code buckets - 1}, of a subject under a salt. */
  static int bucket(String salt, String subject, int buckets) {
    var digest = sha256();
    digest.update(salt.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    var hash = digest.digest(subject.getBytes(StandardCharsets.UTF_8));
    return (int) Long.remainderUnsigned(ByteBuffer.wrap(hash).getLong(), buckets);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}

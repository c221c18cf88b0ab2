package ai.myrecruiter.picasso.local.s3;

import ai.myrecruiter.picasso.local.wire.WireCall;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * What a call is for.
 *
 * @param operation its name, empty when the stage has none for it
 * @param bucket empty for none
 * @param key empty for the bucket itself
 */
record S3Path(String operation, String bucket, String key) {
  /** SDKs say here which operation they mean; it changes nothing. */
  private static final String HINT = "x-id";

  static S3Path of(WireCall call) {
    var parts = call.path().replaceFirst("^/", "").split("/", 2);
    var bucket = decoded(parts[0]);
    var key = parts.length == 2 ? decoded(parts[1]) : "";
    return new S3Path(operation(call, key.isEmpty()), bucket, key);
  }

  private static String operation(WireCall call, boolean isBucket) {
    boolean plain = call.query().keySet().stream().allMatch(HINT::equals);
    return plain
        ? switch (call.method() + (isBucket ? " bucket" : " object")) {
          case "HEAD bucket" -> "HeadBucket";
          case "HEAD object" -> "HeadObject";
          case "GET object" -> "GetObject";
          case "PUT object" -> "PutObject";
          default -> "";
        }
        : "";
  }

  private static String decoded(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}

package ai.myrecruiter.picasso.cli.deploy;

import ai.myrecruiter.picasso.cli.shell.CommandEnd;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Puts files into the bootstrap bucket that are not there; their names say what they hold. */
final class AssetUpload {
  private static final int NOT_FOUND = 404;
  private final Session session;
  private final S3Client s3;
  private final Place place;

  AssetUpload(Session session) {
    this.session = session;
    this.s3 = session.account().s3();
    this.place = session.place();
  }

  /** Uploads what stacks need and the bucket does not have. */
  void upload(List<AssemblyStack> stacks) {
    var files = new LinkedHashMap<String, AssetFile>();
    stacks.forEach(stack -> stack.assets().forEach(asset -> files.put(asset.key(), asset)));
    files.values().forEach(this::upload);
  }

  private void upload(AssetFile asset) {
    var bucket = place.in(asset.bucket());
    if (isThere(bucket, asset.key())) {
      return;
    }
    asset
        .check()
        .ifPresent(finding -> {
          throw CommandEnd.refused(finding.line());
        });
    var content = asset.bytes();
    session.say(
        "Uploading %s (%,d bytes) to %s"
            .formatted(asset.file().getFileName(), content.length, bucket));
    var checksum = Base64.getEncoder().encodeToString(AssetFile.sha256(content));
    s3.putObject(
        put ->
            put.bucket(bucket)
                .key(asset.key())
                .checksumSHA256(checksum)
                .expectedBucketOwner(place.account()),
        RequestBody.fromBytes(content));
  }

  private boolean isThere(String bucket, String key) {
    try {
      s3.headObject(head -> head.bucket(bucket).key(key).expectedBucketOwner(place.account()));
      return true;
    } catch (NoSuchKeyException missing) {
      return false;
    } catch (S3Exception refusal) {
      if (refusal.statusCode() == NOT_FOUND) {
        return false;
      }
      throw refusal;
    }
  }
}

package ai.myrecruiter.picasso.local.s3;

import ai.myrecruiter.picasso.local.sdk.LoudClient;
import ai.myrecruiter.picasso.local.sdk.StageAccount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The buckets of a stage and what is in them; from any thread. The bucket of the CDK's bootstrap is
 * there from the beginning, as in an account that was bootstrapped.
 */
public final class Buckets {
  /** The bucket that synthesized templates take code from. */
  public static final String BOOTSTRAP =
      "cdk-hnb659fds-assets-%s-%s".formatted(StageAccount.ID, StageAccount.REGION);

  private final InstantSource clock;
  private final Path folder;
  private final Map<String, Map<String, StoredObject>> buckets = new ConcurrentHashMap<>();

  /**
   * Buckets without objects.
   *
   * @param folder for the bytes of objects, made when the first is put
   */
  public Buckets(InstantSource clock, Path folder) {
    this.clock = clock;
    this.folder = folder;
    create(BOOTSTRAP);
  }

  /** Makes a bucket, or finds the one of this name. */
  public void create(String bucket) {
    buckets.putIfAbsent(bucket, new ConcurrentSkipListMap<>());
  }

  /** Removes a bucket with all that is in it. */
  public void delete(String bucket) {
    buckets.remove(bucket);
  }

  /** Puts a file as it is; it must not change from now on. */
  public void put(String bucket, String key, Path file) {
    try {
      put(bucket, key, object(file, Files.size(file), Optional.empty(), Map.of()));
    } catch (IOException e) {
      throw new UncheckedIOException("%s cannot be put into %s".formatted(file, bucket), e);
    }
  }

  void put(String bucket, String key, StoredObject object) {
    require(bucket).put(key, object);
  }

  /** The file of an object. */
  public Optional<Path> find(String bucket, String key) {
    return Optional.ofNullable(buckets.getOrDefault(bucket, Map.of()).get(key))
        .map(StoredObject::file);
  }

  /**
   * The object of a key.
   *
   * @throws RuntimeException as the SDK throws it, when bucket or object are not there
   */
  StoredObject require(String bucket, String key) {
    var object = require(bucket).get(key);
    if (object == null) {
      throw S3Errors.noKey();
    }
    return object;
  }

  Map<String, StoredObject> require(String bucket) {
    var objects = buckets.get(bucket);
    if (objects == null) {
      throw S3Errors.noBucket();
    }
    return objects;
  }

  /** A file of its own for bytes that came by a call. */
  private Path keep(byte[] bytes) {
    try {
      return Files.write(
          Files.createTempFile(Files.createDirectories(folder), "object", ""), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("the stage's S3 cannot write to " + folder, e);
    }
  }

  StoredObject object(byte[] bytes, Map<String, String> checksums) {
    return object(keep(bytes), bytes.length, Optional.of(Digests.eTag(bytes)), checksums);
  }

  private StoredObject object(
      Path file, long length, Optional<String> eTag, Map<String, String> checksums) {
    return new StoredObject(
        file,
        length,
        eTag,
        checksums,
        Optional.empty(),
        Map.of(),
        clock.instant().truncatedTo(ChronoUnit.SECONDS));
  }

  /** A client for any thread; a call that the stage does not have fails naming itself. */
  public S3Client client() {
    return LoudClient.of(S3Client.class, new ObjectCalls(this));
  }
}

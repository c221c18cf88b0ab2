package ai.myrecruiter.picasso.local.s3;

import ai.myrecruiter.picasso.local.sdk.StageAccount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadBucketRequest;
import software.amazon.awssdk.services.s3.model.HeadBucketResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** The calls of S3 that a deployment makes. */
final class ObjectCalls {
  private static final String CHECKSUM = "Checksum";
  private final Buckets buckets;

  ObjectCalls(Buckets buckets) {
    this.buckets = buckets;
  }

  /** Whether a bucket is there and belongs to who is expected. */
  public HeadBucketResponse headBucket(HeadBucketRequest request) {
    bucket(request.bucket(), request.expectedBucketOwner());
    return HeadBucketResponse.builder().bucketRegion(StageAccount.REGION).build();
  }

  /** What is known of an object. */
  public HeadObjectResponse headObject(HeadObjectRequest request) {
    bucket(request.bucket(), request.expectedBucketOwner());
    var found = buckets.require(request.bucket(), request.key());
    var response =
        HeadObjectResponse.builder()
            .contentLength(found.length())
            .contentType(found.contentType().orElse("binary/octet-stream"))
            .eTag(eTag(found))
            .lastModified(found.lastModified())
            .metadata(found.metadata());
    return request.checksumMode() == ChecksumMode.ENABLED
        ? checksums(response, found.checksums()).build()
        : response.build();
  }

  /** An object with its bytes. */
  public <T> T getObject(
      GetObjectRequest request, ResponseTransformer<GetObjectResponse, T> transformer) {
    bucket(request.bucket(), request.expectedBucketOwner());
    if (request.range() != null) {
      throw S3Errors.notImplemented("Range");
    }
    var found = buckets.require(request.bucket(), request.key());
    var response =
        GetObjectResponse.builder()
            .contentLength(found.length())
            .contentType(found.contentType().orElse("binary/octet-stream"))
            .eTag(eTag(found))
            .lastModified(found.lastModified())
            .metadata(found.metadata());
    if (request.checksumMode() == ChecksumMode.ENABLED) {
      checksums(response, found.checksums());
    }
    try {
      var bytes = Files.newInputStream(found.file());
      return transformer.transform(response.build(), AbortableInputStream.create(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException("an object of the stage cannot be read", e);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("the answer could not be taken", e);
    }
  }

  /** Puts an object whose checksums are right. */
  public PutObjectResponse putObject(PutObjectRequest request, RequestBody body) {
    bucket(request.bucket(), request.expectedBucketOwner());
    try (var stream = body.contentStreamProvider().newStream()) {
      return put(request, stream.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("the body of PutObject cannot be read", e);
    }
  }

  private PutObjectResponse put(PutObjectRequest request, byte[] bytes) {
    var checksums = checked(request, bytes);
    var plain = buckets.object(bytes, checksums);
    buckets.put(
        request.bucket(),
        request.key(),
        new StoredObject(
            plain.file(),
            plain.length(),
            plain.eTag(),
            checksums,
            Optional.ofNullable(request.contentType()),
            lowered(request.metadata()),
            plain.lastModified()));
    return checksums(PutObjectResponse.builder().eTag(eTag(plain)), checksums).build();
  }

  private static Map<String, String> lowered(Map<String, String> metadata) {
    return metadata.entrySet().stream()
        .collect(Collectors.toMap(it -> it.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue));
  }

  /** The checksums that were given, all of which must fit, and the one that was asked for. */
  private static Map<String, String> checked(PutObjectRequest request, byte[] bytes) {
    if (request.contentMD5() != null && !request.contentMD5().equals(Digests.md5(bytes))) {
      throw S3Errors.of(
          "BadDigest", "The Content-MD5 you specified did not match what we received.");
    }
    var checksums = new HashMap<String, String>();
    for (var field : request.sdkFields()) {
      if (isChecksum(field) && field.getValueOrDefault(request) instanceof String given) {
        var algorithm = field.memberName().substring(CHECKSUM.length());
        if (!Digests.of(algorithm, bytes).equals(given)) {
          throw S3Errors.of(
              "BadDigest",
              "The %s you specified did not match the calculated checksum.".formatted(algorithm));
        }
        checksums.put(algorithm, given);
      }
    }
    if (checksums.isEmpty() && request.checksumAlgorithmAsString() != null) {
      var algorithm = request.checksumAlgorithmAsString();
      checksums.put(algorithm, Digests.of(algorithm, bytes));
    }
    return checksums;
  }

  private static <B extends SdkPojo> B checksums(B builder, Map<String, String> checksums) {
    for (var field : builder.sdkFields()) {
      var checksum = checksums.get(field.memberName().replaceFirst("^" + CHECKSUM, ""));
      if (isChecksum(field) && checksum != null) {
        field.set(builder, checksum);
      }
    }
    return builder;
  }

  private static boolean isChecksum(SdkField<?> field) {
    var name = field.memberName();
    return name.startsWith(CHECKSUM)
        && !name.equals("ChecksumAlgorithm")
        && !name.equals("ChecksumType");
  }

  private static String eTag(StoredObject object) {
    return object
        .eTag()
        .orElseGet(() -> {
          try {
            return Digests.eTag(Files.readAllBytes(object.file()));
          } catch (IOException e) {
            throw new UncheckedIOException("an object of the stage cannot be read", e);
          }
        });
  }

  private void bucket(String bucket, @Nullable String owner) {
    buckets.require(bucket);
    if (owner != null && !owner.equals(StageAccount.ID)) {
      throw S3Errors.otherOwner();
    }
  }
}

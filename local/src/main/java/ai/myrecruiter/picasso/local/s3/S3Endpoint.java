package ai.myrecruiter.picasso.local.s3;

import ai.myrecruiter.picasso.local.wire.Reply;
import ai.myrecruiter.picasso.local.wire.RestBinding;
import ai.myrecruiter.picasso.local.wire.WireCall;
import ai.myrecruiter.picasso.local.wire.WireService;
import ai.myrecruiter.picasso.local.wire.XmlText;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadBucketRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/** S3 in the protocol of AWS (REST XML), with the bucket in the path. */
public final class S3Endpoint implements WireService {
  /** Code comes whole; Lambda takes no more than 250 MiB of it unpacked. */
  private static final int MAX_BODY_BYTES = 256 * 1024 * 1024;

  private static final String HEAD = "HEAD";
  private static final int OK = 200;
  private final ObjectCalls calls;

  private S3Endpoint(Buckets buckets) {
    this.calls = new ObjectCalls(buckets);
  }

  /** The service. */
  public static WireService of(Buckets buckets) {
    return new S3Endpoint(buckets);
  }

  @Override
  public String name() {
    return "S3";
  }

  @Override
  public int maxBodyBytes() {
    return MAX_BODY_BYTES;
  }

  @Override
  public Reply answer(WireCall call) {
    try {
      return answer(call, S3Path.of(call));
    } catch (IllegalArgumentException e) {
      return failed(call, 400, "InvalidArgument", String.valueOf(e.getMessage()));
    } catch (AwsServiceException e) {
      var details = e.awsErrorDetails();
      return failed(call, e.statusCode(), details.errorCode(), details.errorMessage());
    }
  }

  private Reply answer(WireCall call, S3Path path) {
    return switch (path.operation()) {
      case "HeadBucket" ->
          headers(calls.headBucket(filled(call, path, HeadBucketRequest.builder()).build()));
      case "HeadObject" ->
          headers(calls.headObject(filled(call, path, HeadObjectRequest.builder()).build()));
      case "GetObject" -> get(filled(call, path, GetObjectRequest.builder()).build());
      case "PutObject" -> put(call, path);
      default ->
          throw S3Errors.notImplemented(
              "the stage has HeadBucket, HeadObject, GetObject and PutObject of S3, not %s %s"
                  .formatted(call.method(), call.path()));
    };
  }

  private Reply get(GetObjectRequest request) {
    var found = calls.getObject(request, ResponseTransformer.toBytes());
    return new Reply(OK, headers(found.response()).headers(), found.asByteArrayUnsafe());
  }

  private Reply put(WireCall call, S3Path path) {
    boolean chunked = call.header("content-encoding").orElse("").contains("aws-chunked");
    var body = chunked ? ChunkedBody.read(call.body()) : new ChunkedBody(call.body(), Map.of());
    var headers = new HashMap<>(call.headers());
    headers.putAll(body.trailers());
    var whole = new WireCall(call.method(), call.path(), call.query(), headers, body.bytes());
    var request = filled(whole, path, PutObjectRequest.builder()).build();
    return headers(calls.putObject(request, RequestBody.fromBytes(body.bytes())));
  }

  private static <B extends SdkPojo> B filled(WireCall call, S3Path path, B builder) {
    RestBinding.readPlaces(call, Map.of("Bucket", path.bucket(), "Key", path.key()), builder);
    return builder;
  }

  private static Reply headers(SdkPojo answer) {
    return new Reply(OK, RestBinding.headers(answer), new byte[0]);
  }

  /** An answer to HEAD has no body, so that clients see the status only. */
  private Reply failed(WireCall call, int status, String code, String message) {
    var whole = error(status, code, message);
    return call.method().equals(HEAD) ? new Reply(status, Map.of(), new byte[0]) : whole;
  }

  @Override
  public Reply error(int status, String code, String message) {
    return XmlText.error(status, "Error", Map.of("Code", code, "Message", message));
  }
}

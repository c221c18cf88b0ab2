package ai.myrecruiter.picasso.local.s3;

import ai.myrecruiter.picasso.local.sdk.ServiceErrors;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Refusals, as S3 words them. */
final class S3Errors {
  private static final ServiceErrors SERVICE = new ServiceErrors("S3");
  private static final int BAD_REQUEST = 400;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int NOT_IMPLEMENTED = 501;

  private S3Errors() {}

  static AwsServiceException noBucket() {
    return SERVICE.of(
        NoSuchBucketException.builder(),
        "NoSuchBucket",
        NOT_FOUND,
        "The specified bucket does not exist");
  }

  static AwsServiceException noKey() {
    return SERVICE.of(
        NoSuchKeyException.builder(), "NoSuchKey", NOT_FOUND, "The specified key does not exist.");
  }

  static AwsServiceException otherOwner() {
    return SERVICE.of(S3Exception.builder(), "AccessDenied", FORBIDDEN, "Access Denied");
  }

  static AwsServiceException notImplemented(String what) {
    return SERVICE.of(
        S3Exception.builder(),
        "NotImplemented",
        NOT_IMPLEMENTED,
        "A header you provided implies functionality that is not implemented: " + what);
  }

  /** Another refusal of a request. */
  static AwsServiceException of(String code, String message) {
    return SERVICE.of(S3Exception.builder(), code, BAD_REQUEST, message);
  }
}

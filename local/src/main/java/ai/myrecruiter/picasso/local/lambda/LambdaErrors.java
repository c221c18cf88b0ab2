package ai.myrecruiter.picasso.local.lambda;

import ai.myrecruiter.picasso.local.sdk.ServiceError;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.lambda.model.InvalidParameterValueException;
import software.amazon.awssdk.services.lambda.model.InvalidRequestContentException;
import software.amazon.awssdk.services.lambda.model.PreconditionFailedException;
import software.amazon.awssdk.services.lambda.model.RequestTooLargeException;
import software.amazon.awssdk.services.lambda.model.ResourceConflictException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lambda.model.ServiceException;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;

/** Lambda's refusals, as the SDK throws them. */
final class LambdaErrors {
  private static final String SERVICE = "Lambda";

  private LambdaErrors() {}

  static AwsServiceException invalid(String message) {
    return ServiceError.of(
        InvalidParameterValueException.builder(),
        SERVICE,
        "InvalidParameterValueException",
        400,
        message);
  }

  static AwsServiceException notFound(String what) {
    return ServiceError.of(
        ResourceNotFoundException.builder(), SERVICE, "ResourceNotFoundException", 404, what);
  }

  static AwsServiceException conflict(String message) {
    return ServiceError.of(
        ResourceConflictException.builder(), SERVICE, "ResourceConflictException", 409, message);
  }

  static AwsServiceException staleRevision(String what, String given, String current) {
    return ServiceError.of(
        PreconditionFailedException.builder(),
        SERVICE,
        "PreconditionFailedException",
        412,
        ("The RevisionId provided (%s) does not match the latest RevisionId (%s) of %s: read it"
                + " again before you write")
            .formatted(given, current, what));
  }

  static AwsServiceException throttled(String reason) {
    return ServiceError.of(
        TooManyRequestsException.builder().reason(reason),
        SERVICE,
        "TooManyRequestsException",
        429,
        "Rate Exceeded.");
  }

  static AwsServiceException tooLarge(int size, int limit) {
    return ServiceError.of(
        RequestTooLargeException.builder(),
        SERVICE,
        "RequestTooLargeException",
        413,
        "Request must be smaller than %d bytes for the InvokeFunction operation, it has %d"
            .formatted(limit, size));
  }

  static AwsServiceException notJson(String problem) {
    return ServiceError.of(
        InvalidRequestContentException.builder(),
        SERVICE,
        "InvalidRequestContentException",
        400,
        "Could not parse request body into json: " + problem);
  }

  static AwsServiceException service(String message) {
    return ServiceError.of(ServiceException.builder(), SERVICE, "ServiceException", 500, message);
  }
}

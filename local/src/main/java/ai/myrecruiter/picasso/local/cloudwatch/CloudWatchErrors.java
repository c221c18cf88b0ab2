package ai.myrecruiter.picasso.local.cloudwatch;

import ai.myrecruiter.picasso.local.sdk.ServiceError;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudwatch.model.InvalidParameterCombinationException;
import software.amazon.awssdk.services.cloudwatch.model.InvalidParameterValueException;
import software.amazon.awssdk.services.cloudwatch.model.ResourceNotFoundException;

/** CloudWatch's refusals. */
final class CloudWatchErrors {
  private static final String SERVICE = "CloudWatch";

  private CloudWatchErrors() {}

  static AwsServiceException invalid(String message) {
    return ServiceError.of(
        InvalidParameterValueException.builder(), SERVICE, "InvalidParameterValue", 400, message);
  }

  static AwsServiceException combination(String message) {
    return ServiceError.of(
        InvalidParameterCombinationException.builder(),
        SERVICE,
        "InvalidParameterCombination",
        400,
        message);
  }

  static AwsServiceException notFound(String message) {
    return ServiceError.of(
        ResourceNotFoundException.builder(), SERVICE, "ResourceNotFound", 404, message);
  }
}

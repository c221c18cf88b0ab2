package ai.myrecruiter.picasso.local.cloudwatch;

import ai.myrecruiter.picasso.local.sdk.ServiceErrors;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudwatch.model.InvalidParameterCombinationException;
import software.amazon.awssdk.services.cloudwatch.model.InvalidParameterValueException;
import software.amazon.awssdk.services.cloudwatch.model.ResourceNotFoundException;

/** CloudWatch's refusals. */
final class CloudWatchErrors {
  private static final ServiceErrors SERVICE = new ServiceErrors("CloudWatch");

  private CloudWatchErrors() {}

  static AwsServiceException invalid(String message) {
    return SERVICE.of(
        InvalidParameterValueException.builder(), "InvalidParameterValue", 400, message);
  }

  static AwsServiceException combination(String message) {
    return SERVICE.of(
        InvalidParameterCombinationException.builder(),
        "InvalidParameterCombination",
        400,
        message);
  }

  static AwsServiceException notFound(String message) {
    return SERVICE.of(ResourceNotFoundException.builder(), "ResourceNotFound", 404, message);
  }
}

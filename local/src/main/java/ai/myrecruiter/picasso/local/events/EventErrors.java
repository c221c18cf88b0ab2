package ai.myrecruiter.picasso.local.events;

import ai.myrecruiter.picasso.local.sdk.ServiceError;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;
import software.amazon.awssdk.services.eventbridge.model.InvalidEventPatternException;
import software.amazon.awssdk.services.eventbridge.model.ResourceNotFoundException;

/** EventBridge's refusals. */
final class EventErrors {
  private static final String SERVICE = "EventBridge";

  private EventErrors() {}

  static AwsServiceException invalid(String message) {
    return ServiceError.of(
        EventBridgeException.builder(), SERVICE, "ValidationException", 400, message);
  }

  static AwsServiceException pattern(String message) {
    return ServiceError.of(
        InvalidEventPatternException.builder(),
        SERVICE,
        "InvalidEventPatternException",
        400,
        "Event pattern is not valid. Reason: " + message);
  }

  static AwsServiceException notFound(String message) {
    return ServiceError.of(
        ResourceNotFoundException.builder(), SERVICE, "ResourceNotFoundException", 400, message);
  }
}

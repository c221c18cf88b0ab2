package ai.myrecruiter.picasso.local.events;

import ai.myrecruiter.picasso.local.sdk.ServiceErrors;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;
import software.amazon.awssdk.services.eventbridge.model.InvalidEventPatternException;
import software.amazon.awssdk.services.eventbridge.model.ResourceNotFoundException;

/** EventBridge's refusals. */
final class EventErrors {
  private static final ServiceErrors SERVICE = new ServiceErrors("EventBridge");

  private EventErrors() {}

  static AwsServiceException invalid(String message) {
    return SERVICE.of(EventBridgeException.builder(), "ValidationException", 400, message);
  }

  static AwsServiceException pattern(String message) {
    return SERVICE.of(
        InvalidEventPatternException.builder(),
        "InvalidEventPatternException",
        400,
        "Event pattern is not valid. Reason: " + message);
  }

  static AwsServiceException notFound(String message) {
    return SERVICE.of(
        ResourceNotFoundException.builder(), "ResourceNotFoundException", 400, message);
  }
}

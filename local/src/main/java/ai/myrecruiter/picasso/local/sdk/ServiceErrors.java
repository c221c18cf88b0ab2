package ai.myrecruiter.picasso.local.sdk;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * Fills the SDK's exceptions as a response of a service does.
 *
 * @param service as the SDK names it in messages, such as {@code Lambda}
 */
public record ServiceErrors(String service) {
  /** The exception of a builder's own type, with code, message and HTTP status. */
  public AwsServiceException of(
      AwsServiceException.Builder builder, String code, int status, String message) {
    var details =
        AwsErrorDetails.builder()
            .serviceName(service)
            .errorCode(code)
            .errorMessage(message)
            .build();
    return builder.message(message).awsErrorDetails(details).statusCode(status).build();
  }
}

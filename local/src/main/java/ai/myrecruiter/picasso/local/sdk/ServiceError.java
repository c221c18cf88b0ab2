package ai.myrecruiter.picasso.local.sdk;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Fills the SDK's exceptions as a response of the service does. */
public final class ServiceError {
  private ServiceError() {}

  /**
   * The exception with code, message and HTTP status.
   *
   * @param builder of the exception's own type, which the result has
   * @param service as the SDK names it in messages, such as {@code Lambda}
   */
  public static AwsServiceException of(
      AwsServiceException.Builder builder,
      String service,
      String code,
      int status,
      String message) {
    var details =
        AwsErrorDetails.builder()
            .serviceName(service)
            .errorCode(code)
            .errorMessage(message)
            .build();
    return builder.message(message).awsErrorDetails(details).statusCode(status).build();
  }
}

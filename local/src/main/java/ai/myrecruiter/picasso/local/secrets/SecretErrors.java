package ai.myrecruiter.picasso.local.secrets;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** Refusals, as Secrets Manager words them. */
final class SecretErrors {
  private static final int BAD_REQUEST = 400;

  private SecretErrors() {}

  private static AwsErrorDetails details(String code, String message) {
    return AwsErrorDetails.builder()
        .serviceName("SecretsManager")
        .errorCode(code)
        .errorMessage(message)
        .build();
  }

  static RuntimeException exists(String name) {
    var message = "The operation failed because the secret %s already exists.".formatted(name);
    return ResourceExistsException.builder()
        .message(message)
        .statusCode(BAD_REQUEST)
        .awsErrorDetails(details("ResourceExistsException", message))
        .build();
  }

  static RuntimeException notFound(String name) {
    return missing("Secrets Manager can't find the specified secret: " + name);
  }

  static RuntimeException noValue(String name) {
    return missing(
        "Secrets Manager can't find the specified secret value for staging label AWSCURRENT of "
            + name);
  }

  private static RuntimeException missing(String message) {
    return ResourceNotFoundException.builder()
        .message(message)
        .statusCode(BAD_REQUEST)
        .awsErrorDetails(details("ResourceNotFoundException", message))
        .build();
  }
}

package ai.myrecruiter.picasso.cli.shell;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/** Failures of services, and of the way to them, with what to do about each. */
final class AwsFailure {
  private static final Set<String> NOT_KNOWN =
      Set.of(
          "UnrecognizedClientException",
          "InvalidClientTokenId",
          "ExpiredTokenException",
          "InvalidSignatureException",
          "MissingAuthenticationTokenException");

  private static final String STAGE =
      "For the local stage run 'picasso local' in another terminal and paste the lines that it"
          + " prints.";

  private AwsFailure() {}

  static Failure of(SdkException failure) {
    return switch (failure) {
      case ResourceNotFoundException missing ->
          new Failure(
              ExitStatus.USAGE,
              "%s: a table of this environment must exist; deploy the workflows stack there, or correct --env, --region or --profile."
                  .formatted(said(missing)));
      case AwsServiceException refusal -> new Failure(ExitStatus.FAILURE, refusal(refusal));
      default -> new Failure(ExitStatus.FAILURE, client(failure));
    };
  }

  private static String refusal(AwsServiceException refusal) {
    var details = refusal.awsErrorDetails();
    var code = details == null ? "" : String.valueOf(details.errorCode());
    if (NOT_KNOWN.contains(code)) {
      return "AWS does not accept these credentials (%s): %s. Sign in again, or choose another --profile."
          .formatted(code, said(refusal));
    }
    if (refusal.statusCode() == 403 || code.equals("AccessDeniedException")) {
      return "Not allowed (%s): %s. Ask for the permission, or choose another --profile."
          .formatted(code, said(refusal));
    }
    return "The service refused the call (%s): %s. Try again; if it stays, see the service's health."
        .formatted(code, said(refusal));
  }

  private static String client(SdkException failure) {
    var text = said(failure);
    if (text.contains("Unable to load credentials") || text.contains("Profile file contained no")) {
      return "No AWS credentials were found. Give --profile, set AWS_PROFILE, or sign in. " + STAGE;
    }
    if (text.contains("Unable to load region")) {
      return "No AWS region is configured. Give --region or set AWS_REGION. " + STAGE;
    }
    if (unreachable(failure)) {
      return "No answer from the endpoint: %s. Check --endpoint-url, AWS_ENDPOINT_URL_SFN and AWS_ENDPOINT_URL_DYNAMODB. "
              .formatted(root(failure))
          + STAGE;
    }
    return "The call failed before a service answered: %s. Try again.".formatted(text);
  }

  private static boolean unreachable(Throwable failure) {
    return Stream.iterate(failure, t -> t != null, Throwable::getCause)
        .limit(10)
        .anyMatch(t ->
            t instanceof ConnectException
                || t instanceof UnknownHostException
                || t instanceof SocketTimeoutException);
  }

  private static String said(SdkException failure) {
    if (failure instanceof AwsServiceException service && service.awsErrorDetails() != null) {
      return String.valueOf(service.awsErrorDetails().errorMessage());
    }
    var message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }

  private static String root(Throwable failure) {
    var message = failure.getMessage();
    return failure.getCause() == null
        ? failure.getClass().getSimpleName() + (message == null ? "" : " (" + message + ")")
        : root(failure.getCause());
  }
}

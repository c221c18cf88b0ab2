package ai.myrecruiter.picasso.runtime.streaming;

import java.util.concurrent.CompletionException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.bedrockruntime.model.ModelNotReadyException;
import software.amazon.awssdk.services.bedrockruntime.model.ServiceUnavailableException;
import software.amazon.awssdk.services.bedrockruntime.model.ThrottlingException;

/** What a failed call of the model means for the client. */
final class ModelFailures {
  private ModelFailures() {}

  static ErrorCode code(Throwable thrown) {
    var cause =
        thrown instanceof CompletionException && thrown.getCause() != null
            ? thrown.getCause()
            : thrown;
    return switch (cause) {
      case ThrottlingException _, ServiceUnavailableException _, ModelNotReadyException _ ->
          ErrorCode.MODEL_THROTTLED;
      case AwsServiceException refusal when refusal.isThrottlingException() ->
          ErrorCode.MODEL_THROTTLED;
      case AwsServiceException refusal when refusal.statusCode() / 100 == 4 ->
          ErrorCode.MODEL_REFUSED;
      default -> ErrorCode.MODEL_FAILED;
    };
  }
}

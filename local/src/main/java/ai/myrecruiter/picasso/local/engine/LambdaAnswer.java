package ai.myrecruiter.picasso.local.engine;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * The answer of a Lambda function that ran.
 *
 * @param statusCode of the invocation, normally 200, also when the function failed
 * @param executedVersion the version that ran, a number or {@code $LATEST}
 * @param functionError {@code Unhandled} or {@code Handled} when the function failed; the payload
 *     is then the error as JSON with {@code errorType} and {@code errorMessage}
 * @param payload the function's output, JSON in UTF-8
 * @param requestId of this invocation
 */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out
public record LambdaAnswer(
    int statusCode,
    String executedVersion,
    Optional<String> functionError,
    byte[] payload,
    String requestId) {
  /** Takes a copy of the payload, so that the answer cannot change. */
  public LambdaAnswer {
    payload = payload.clone();
  }

  /** A copy of the function's output. */
  @Override
  public byte[] payload() {
    return payload.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LambdaAnswer that
        && statusCode == that.statusCode
        && executedVersion.equals(that.executedVersion)
        && functionError.equals(that.functionError)
        && Arrays.equals(payload, that.payload)
        && requestId.equals(that.requestId);
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        statusCode, executedVersion, functionError, Arrays.hashCode(payload), requestId);
  }
}

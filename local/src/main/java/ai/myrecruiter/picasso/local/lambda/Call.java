package ai.myrecruiter.picasso.local.lambda;

import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;

/**
 * One invocation, after the version that runs was chosen.
 *
 * @param name as the caller named the function
 * @param throughAlias whether an alias chose the version
 * @param receiver takes the response while it comes; without one the caller gets it as a whole
 */
record Call(
    StageFunction function,
    FunctionVersion version,
    FunctionName name,
    boolean throughAlias,
    String requestId,
    Instant start,
    SdkBytes payload,
    Optional<StreamReceiver> receiver) {
  String logGroup() {
    return "/aws/lambda/" + function.name();
  }
}

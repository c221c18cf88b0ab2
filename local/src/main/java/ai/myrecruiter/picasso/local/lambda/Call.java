package ai.myrecruiter.picasso.local.lambda;

import java.time.Instant;
import software.amazon.awssdk.core.SdkBytes;

/**
 * One invocation, after the version that runs was chosen.
 *
 * @param name as the caller named the function
 * @param throughAlias whether an alias chose the version
 */
record Call(
    StageFunction function,
    FunctionVersion version,
    FunctionName name,
    boolean throughAlias,
    String requestId,
    Instant start,
    SdkBytes payload) {
  String logGroup() {
    return "/aws/lambda/" + function.name();
  }
}

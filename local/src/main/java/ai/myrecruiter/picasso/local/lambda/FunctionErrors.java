package ai.myrecruiter.picasso.local.lambda;

import ai.myrecruiter.picasso.local.runtimeapi.FunctionFailure;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Locale;
import software.amazon.awssdk.core.SdkBytes;

/** The JSON of function errors, as the Java runtime and the service write them. */
final class FunctionErrors {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MAX_CAUSES = 10;

  private FunctionErrors() {}

  /** What the Java runtime reports of what a handler threw. */
  static SdkBytes thrown(Throwable thrown) {
    return bytes(describe(thrown, 0));
  }

  private static ObjectNode describe(Throwable thrown, int depth) {
    var error = JSON.createObjectNode();
    if (thrown.getMessage() != null) {
      error.put("errorMessage", thrown.getMessage());
    }
    error.put("errorType", thrown.getClass().getName());
    var trace = error.putArray("stackTrace");
    for (var frame : thrown.getStackTrace()) {
      if (frame.getClassName().equals(HandlerSandbox.class.getName())) {
        break;
      }
      trace.add(frame.toString());
    }
    if (thrown.getCause() != null && depth < MAX_CAUSES) {
      error.set("cause", describe(thrown.getCause(), depth + 1));
    }
    return error;
  }

  /** What the service reports of a function that ran longer than its timeout. */
  static SdkBytes timedOut(String requestId, Duration timeout) {
    return error(
        "Sandbox.Timedout",
        String.format(
            Locale.ROOT,
            "RequestId: %s Error: Task timed out after %.2f seconds",
            requestId,
            timeout.toMillis() / 1000.0));
  }

  /** A failure that the stage was told to cause. */
  static SdkBytes injected(String function, String version) {
    return error(
        "InjectedFault", "the stage was told to fail %s, version %s".formatted(function, version));
  }

  /** An answer over the service's limit. */
  static SdkBytes tooLarge(int size, int limit) {
    return error(
        "Function.ResponseSizeTooLarge",
        "Response payload size (%d bytes) exceeded maximum allowed payload size (%d bytes)."
            .formatted(size, limit));
  }

  /** What the service reports of a function whose process ended before it answered. */
  static SdkBytes exited(String requestId, ProcessExit exit) {
    return error(
        "Runtime.ExitError", "RequestId: %s Error: %s".formatted(requestId, exit.getMessage()));
  }

  /** What a function of its own runtime loop, or the Runtime API about it, said. */
  static SdkBytes reported(FunctionFailure failure) {
    return failure.json().isEmpty()
        ? error(failure.type(), "the function's process ended, or its response was cut off")
        : SdkBytes.fromUtf8String(failure.json());
  }

  private static SdkBytes error(String type, String message) {
    return bytes(JSON.createObjectNode().put("errorType", type).put("errorMessage", message));
  }

  private static SdkBytes bytes(ObjectNode error) {
    return SdkBytes.fromUtf8String(error.toString());
  }
}

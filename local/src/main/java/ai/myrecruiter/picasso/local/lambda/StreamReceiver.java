package ai.myrecruiter.picasso.local.lambda;

import ai.myrecruiter.picasso.local.runtimeapi.ResponseSink;

/** Whoever waits for a response that comes in parts. */
@FunctionalInterface
public interface StreamReceiver {
  /** Where the response of an invocation goes, once the version that runs was chosen. */
  ResponseSink open(String requestId, String executedVersion);
}

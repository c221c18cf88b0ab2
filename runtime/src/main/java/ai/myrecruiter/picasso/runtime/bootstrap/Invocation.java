package ai.myrecruiter.picasso.runtime.bootstrap;

import java.time.Instant;
import java.util.Optional;

/**
 * One invocation, as the Runtime API hands it out.
 *
 * @param requestId names the invocation in every later call
 * @param deadline when Lambda ends the invocation, by wall clock
 * @param functionArn as the caller named the function, alias included
 * @param traceId of the caller's trace
 * @param event JSON, UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one invocation and is never shared
public record Invocation(
    String requestId,
    Instant deadline,
    String functionArn,
    Optional<String> traceId,
    byte[] event) {
  static Invocation of(HttpAnswer next) {
    var id = required(next, "lambda-runtime-aws-request-id");
    return new Invocation(
        id,
        Instant.ofEpochMilli(Long.parseLong(required(next, "lambda-runtime-deadline-ms"))),
        next.header("lambda-runtime-invoked-function-arn").orElse(""),
        next.header("lambda-runtime-trace-id"),
        next.body());
  }

  private static String required(HttpAnswer next, String header) {
    return next.header(header)
        .orElseThrow(() ->
            new RuntimeApiException(
                "the Runtime API gave an invocation without header %s".formatted(header)));
  }
}

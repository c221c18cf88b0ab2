package ai.myrecruiter.picasso.runtime.priming;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A Runtime API with a single invocation; when that has ended, so has the API. */
final class OneInvocation {
  private static final Duration TIME = Duration.ofSeconds(30);
  private byte @Nullable [] event;
  private String answered = "";

  synchronized void offer(byte[] next) {
    event = next;
  }

  /** The response, prelude included; empty if there was none. */
  synchronized String answered() {
    return answered;
  }

  synchronized Optional<LoopbackAnswer> answer(LoopbackRequest request) {
    if (request.path().endsWith("/next")) {
      var next = Optional.ofNullable(event).map(OneInvocation::invocation);
      event = null;
      return next;
    }
    answered = new String(request.body(), StandardCharsets.UTF_8);
    return Optional.of(accepted());
  }

  private static LoopbackAnswer invocation(byte[] event) {
    var headers = new LinkedHashMap<String, String>();
    headers.put("Lambda-Runtime-Aws-Request-Id", "00000000-0000-4000-8000-000000000000");
    headers.put(
        "Lambda-Runtime-Deadline-Ms",
        Long.toString(InstantSource.system().instant().plus(TIME).toEpochMilli()));
    headers.put("Lambda-Runtime-Invoked-Function-Arn", "priming");
    headers.put("Lambda-Runtime-Trace-Id", "Root=1-00000000-000000000000000000000000;Sampled=0");
    return new LoopbackAnswer(200, "application/json", headers, event);
  }

  private static LoopbackAnswer accepted() {
    return new LoopbackAnswer(
        202, "application/json", new LinkedHashMap<>(), "{}".getBytes(StandardCharsets.UTF_8));
  }
}

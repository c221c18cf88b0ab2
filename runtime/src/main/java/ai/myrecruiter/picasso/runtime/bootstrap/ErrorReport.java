package ai.myrecruiter.picasso.runtime.bootstrap;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * What Lambda is told of a failure: its type, its place, and a message only when the message is
 * known to hold nothing that a user typed.
 *
 * @param type class name
 * @param message safe text
 * @param stackTrace innermost frame first
 */
record ErrorReport(String type, String message, List<String> stackTrace) {
  private static final int MOST_FRAMES = 40;

  static ErrorReport of(Throwable thrown) {
    boolean safe = thrown instanceof StreamFailure || thrown instanceof RuntimeApiException;
    var frames =
        Arrays.stream(thrown.getStackTrace())
            .limit(MOST_FRAMES)
            .map(StackTraceElement::toString)
            .toList();
    return new ErrorReport(
        thrown.getClass().getName(),
        safe ? String.valueOf(thrown.getMessage()) : "the message is withheld: it may hold data",
        frames);
  }

  byte[] json() {
    return "{\"errorType\":%s,\"errorMessage\":%s,\"stackTrace\":%s}"
        .formatted(JsonText.quote(type), JsonText.quote(message), JsonText.array(stackTrace))
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** The JSON as a trailer's value. */
  String base64() {
    return Base64.getEncoder().encodeToString(json());
  }
}

package ai.myrecruiter.picasso.runtime.streaming;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/**
 * Server-Sent Events as text. Each event has an id, which counts from 1, and one line of JSON as
 * its data, so no text of an answer can end an event.
 */
final class EventText {
  /** Enough that no buffer on the way waits for more before it passes anything on. */
  static final String PREAMBLE = ": " + " ".repeat(2_048) + "\n\n";

  /** Says that the stream is alive. */
  static final String HEARTBEAT = ": heartbeat\n\n";

  /** Follows the last event: WebKit withholds a chunk until the next one arrives. */
  static final String TRAILER = ": end\n\n";

  private int id;

  String token(String text) {
    return event("token", "{\"text\":" + quoted(text) + "}");
  }

  String done(String stopReason, Signal.Used used, boolean kept) {
    return event(
        "done",
        "{\"stopReason\":"
            + quoted(stopReason)
            + ",\"inputTokens\":"
            + used.inputTokens()
            + ",\"outputTokens\":"
            + used.outputTokens()
            + ",\"recorded\":"
            + kept
            + "}");
  }

  String error(ErrorCode code) {
    return event(
        "error",
        coded(code.code(), code.explanation()) + ",\"retryable\":" + code.retryable() + "}");
  }

  String revoked() {
    return event(
        "revoked", coded("token_revoked", "the token was revoked: what follows is not sent") + "}");
  }

  private static String coded(String code, String message) {
    return "{\"code\":" + quoted(code) + ",\"message\":" + quoted(message);
  }

  private static String quoted(String text) {
    var quoted = new StringBuilder(text.length() + 2).append('"');
    JsonStringEncoder.getInstance().quoteAsString(text, quoted);
    return quoted.append('"').toString();
  }

  private String event(String name, String data) {
    id++;
    return "event: " + name + "\nid: " + id + "\ndata: " + data + "\n\n";
  }
}

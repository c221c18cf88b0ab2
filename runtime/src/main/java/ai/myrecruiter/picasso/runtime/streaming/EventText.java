package ai.myrecruiter.picasso.runtime.streaming;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

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
    return event("token", object().put("text", text));
  }

  String done(String stopReason, Signal.Used used, boolean kept) {
    return event(
        "done",
        object()
            .put("stopReason", stopReason)
            .put("inputTokens", used.inputTokens())
            .put("outputTokens", used.outputTokens())
            .put("recorded", kept));
  }

  String error(ErrorCode code) {
    return event(
        "error",
        object()
            .put("code", code.code())
            .put("message", code.explanation())
            .put("retryable", code.retryable()));
  }

  String revoked() {
    return event(
        "revoked",
        object()
            .put("code", "token_revoked")
            .put("message", "the token was revoked: what follows is not sent"));
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private String event(String name, ObjectNode data) {
    id++;
    return "event: " + name + "\nid: " + id + "\ndata: " + data + "\n\n";
  }
}

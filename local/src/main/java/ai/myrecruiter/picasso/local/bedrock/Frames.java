package ai.myrecruiter.picasso.local.bedrock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.eventstream.HeaderValue;
import software.amazon.eventstream.Message;

/** The events of ConverseStream as frames of the binary event-stream encoding. */
public final class Frames {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Frames() {}

  /** The answer begins. */
  public static byte[] messageStart() {
    return event("messageStart", JSON.createObjectNode().put("role", "assistant"));
  }

  /** Part of the answer. */
  public static byte[] text(String text) {
    var delta = JSON.createObjectNode().put("contentBlockIndex", 0);
    delta.putObject("delta").put("text", text);
    return event("contentBlockDelta", delta);
  }

  /** The text is whole. */
  public static byte[] contentBlockStop() {
    return event("contentBlockStop", JSON.createObjectNode().put("contentBlockIndex", 0));
  }

  /** The answer is whole. */
  public static byte[] messageStop(String reason) {
    return event("messageStop", JSON.createObjectNode().put("stopReason", reason));
  }

  /** What the answer cost. */
  public static byte[] metadata(int inputTokens, int outputTokens) {
    var metadata = JSON.createObjectNode();
    metadata.set("usage", usage(inputTokens, outputTokens));
    metadata.putObject("metrics").put("latencyMs", 1);
    return event("metadata", metadata);
  }

  static ObjectNode usage(int inputTokens, int outputTokens) {
    return JSON.createObjectNode()
        .put("inputTokens", inputTokens)
        .put("outputTokens", outputTokens)
        .put("totalTokens", inputTokens + outputTokens);
  }

  /**
   * An exception in the middle of the stream.
   *
   * @param type such as {@code throttlingException}
   */
  public static byte[] exception(String type, String message) {
    var headers = headers(":exception-type", type, "exception");
    return frame(headers, JSON.createObjectNode().put("message", message));
  }

  private static byte[] event(String type, JsonNode payload) {
    return frame(headers(":event-type", type, "event"), payload);
  }

  private static Map<String, HeaderValue> headers(String typeName, String type, String kind) {
    var headers = new LinkedHashMap<String, HeaderValue>();
    headers.put(typeName, HeaderValue.fromString(type));
    headers.put(":content-type", HeaderValue.fromString("application/json"));
    headers.put(":message-type", HeaderValue.fromString(kind));
    return headers;
  }

  /** Half a character, which a model may well send, has no UTF-8: it goes as an escape. */
  private static byte[] utf8(String json) {
    var text =
        StandardCharsets.UTF_8.newEncoder().canEncode(json)
            ? json
            : json.chars()
                .mapToObj(c -> c < 128 ? String.valueOf((char) c) : "\\u%04x".formatted(c))
                .collect(Collectors.joining());
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] frame(Map<String, HeaderValue> headers, JsonNode payload) {
    var bytes = utf8(payload.toString());
    var buffer = new Message(headers, bytes).toByteBuffer();
    var frame = new byte[buffer.remaining()];
    buffer.get(frame);
    return frame;
  }
}

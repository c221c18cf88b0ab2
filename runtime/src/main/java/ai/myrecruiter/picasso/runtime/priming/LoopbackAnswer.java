package ai.myrecruiter.picasso.runtime.priming;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** An answer to a {@link LoopbackRequest}; its connection ends with it. */
@SuppressWarnings("ArrayRecordComponent") // lives for one call and is never shared
record LoopbackAnswer(int status, String type, Map<String, String> headers, byte[] body) {
  static LoopbackAnswer json(String body) {
    return new LoopbackAnswer(
        200, "application/x-amz-json-1.1", Map.of(), body.getBytes(StandardCharsets.UTF_8));
  }

  /** The head as it is sent. */
  byte[] head() {
    var head = new StringBuilder("HTTP/1.1 ").append(status).append(" Status\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    head.append("Content-Type: ").append(type).append("\r\nContent-Length: ").append(body.length);
    return head.append("\r\nConnection: close\r\n\r\n")
        .toString()
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}

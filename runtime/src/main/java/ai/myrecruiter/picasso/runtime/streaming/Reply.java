package ai.myrecruiter.picasso.runtime.streaming;

import ai.myrecruiter.picasso.runtime.bootstrap.Prelude;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Heads and short bodies of responses. No header of CORS is ever among them: the URL adds them. */
final class Reply {
  private final String version;

  /**
   * Replies of one version of the function.
   *
   * @param version named in a header
   */
  Reply(String version) {
    this.version = version;
  }

  Prelude stream() {
    var headers = headers("text/event-stream; charset=utf-8");
    headers.put("X-Accel-Buffering", "no");
    return new Prelude(200, headers, List.of());
  }

  Prelude json(int status) {
    return new Prelude(status, headers("application/json"), List.of());
  }

  Prelude refusal(ErrorCode code) {
    var headers = headers("application/json");
    switch (code.status()) {
      case 401 -> headers.put("WWW-Authenticate", "Bearer error=\"invalid_token\"");
      case 405 -> headers.put("Allow", "POST");
      case 503 -> headers.put("Retry-After", "1");
      default -> {}
    }
    return new Prelude(code.status(), headers, List.of());
  }

  static byte[] body(ErrorCode code) {
    var body = object();
    body.putObject("error")
        .put("code", code.code())
        .put("message", code.explanation())
        .put("retryable", code.retryable());
    return bytes(body);
  }

  static byte[] cancelled() {
    return bytes(object().put("status", "cancelling"));
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static byte[] bytes(ObjectNode body) {
    return (body + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private Map<String, String> headers(String type) {
    var headers = new LinkedHashMap<String, String>();
    headers.put("Content-Type", type);
    headers.put("Cache-Control", "no-store, no-transform");
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("X-Picasso-Version", version);
    return headers;
  }
}

package ai.myrecruiter.picasso.runtime.master;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * What a request gets.
 *
 * @param error what was wrong, {@link ErrorCode#NONE} if nothing
 * @param headers besides those of every answer
 */
record Reply(int status, ObjectNode body, Enum<?> error, Map<String, String> headers) {
  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static Reply ok(ObjectNode body) {
    return new Reply(200, body, ErrorCode.NONE, Map.of());
  }

  static Reply of(Problem problem) {
    var body = object();
    body.putObject("error").put("code", problem.code()).put("message", problem.explanation());
    return new Reply(problem.status(), body, problem.constant(), Map.of());
  }

  Reply with(String header, String value) {
    return new Reply(status, body, error, Map.of(header, value));
  }

  /** The answer in the form that API Gateway and Function URLs take. */
  ObjectNode envelope(String version) {
    var envelope = object().put("statusCode", status);
    var all =
        envelope
            .putObject("headers")
            .put("content-type", "application/json")
            .put("cache-control", "no-store")
            .put("x-content-type-options", "nosniff")
            .put("x-picasso-version", version);
    headers.forEach(all::put);
    return envelope.put("body", body.toString()).put("isBase64Encoded", false);
  }
}

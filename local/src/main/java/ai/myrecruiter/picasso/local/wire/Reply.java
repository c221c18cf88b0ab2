package ai.myrecruiter.picasso.local.wire;

import ai.myrecruiter.picasso.local.engine.data.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * An answer.
 *
 * @param status of HTTP
 * @param headers without those of HTTP itself
 * @param body empty for none
 */
@SuppressWarnings("ArrayRecordComponent") // written out by the server and dropped
public record Reply(int status, Map<String, String> headers, byte[] body) {
  private static final String CONTENT_TYPE = "Content-Type";

  /** JSON of a content type. */
  public static Reply json(int status, String contentType, JsonNode body) {
    return new Reply(
        status,
        Map.of(CONTENT_TYPE, contentType),
        Json.write(body).getBytes(StandardCharsets.UTF_8));
  }

  /** The same with a header. */
  public Reply with(String name, String value) {
    var more = new HashMap<>(headers);
    more.put(name, value);
    return new Reply(status, more, body);
  }
}

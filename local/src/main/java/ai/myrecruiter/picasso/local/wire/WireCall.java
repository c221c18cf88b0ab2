package ai.myrecruiter.picasso.local.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it came in.
 *
 * @param method in capitals
 * @param path still encoded, from the first slash
 * @param query decoded; of a parameter that is given twice, the first
 * @param headers by their name in lower case, the first value of each
 * @param body as far as the server takes it
 */
@SuppressWarnings("ArrayRecordComponent") // read by the one service that the call is for
public record WireCall(
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    byte[] body) {
  /** A header by its name in lower case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** The parts of the path, decoded, empty ones left out. */
  public List<String> segments() {
    return Encoded.segments(path);
  }

  /** The body as UTF-8. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}

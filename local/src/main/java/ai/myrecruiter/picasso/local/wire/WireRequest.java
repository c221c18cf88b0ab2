package ai.myrecruiter.picasso.local.wire;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * A request.
 *
 * @param path with its query
 * @param headers by name in lower case
 * @param body to be read by the handler; what it leaves is read after it
 */
public record WireRequest(String method, String path, Map<String, String> headers, WireBody body) {
  /** A header by its name in lower case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  boolean keepsConnection() {
    return header("connection").filter(value -> value.equalsIgnoreCase("close")).isEmpty();
  }

  void drain() throws IOException {
    var rest = body.next();
    while (rest.isPresent()) {
      rest = body.next();
    }
  }
}

package ai.myrecruiter.picasso.runtime.bootstrap;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Status, headers and cookies of a streamed HTTP response.
 *
 * @param status 200 to 599
 * @param headers in the order given; values hold no line end
 */
public record Prelude(int status, Map<String, String> headers, List<String> cookies) {
  private static final int NULS = 8;

  /** Checks status and values. */
  public Prelude {
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException(
          "status %d cannot be sent: give 200 to 599".formatted(status));
    }
    headers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    cookies = List.copyOf(cookies);
    headers.values().forEach(Prelude::checkLine);
    cookies.forEach(Prelude::checkLine);
  }

  private static void checkLine(String value) {
    if (value.chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0)) {
      throw new IllegalArgumentException(
          "a header or cookie holds a line end or NUL: take it out, it would end the header");
    }
  }

  /** The bytes before the body: JSON, then 8 NUL bytes. */
  byte[] bytes() {
    var json =
        "{\"statusCode\":%d,\"headers\":%s,\"cookies\":%s}"
            .formatted(status, JsonText.object(headers), JsonText.array(cookies));
    var text = json.getBytes(StandardCharsets.US_ASCII);
    return Arrays.copyOf(text, text.length + NULS);
  }
}

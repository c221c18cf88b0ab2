package ai.myrecruiter.picasso.local.wire;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The lines of HTTP/1.1, each of which ends with CR and LF. */
final class WireLines {
  private static final int LONGEST = 1 << 20;
  private static final int MOST_HEADERS = 200;

  private WireLines() {}

  static String line(InputStream input) throws IOException {
    var line = new ByteArrayOutputStream();
    for (int read = input.read(); read != '\r'; read = input.read()) {
      if (read < 0 || line.size() == LONGEST) {
        throw new EOFException("a line without an end");
      }
      line.write(read);
    }
    if (input.read() != '\n') {
      throw new IOException("CR without LF");
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }

  /** Headers or trailers by their name in lower case, up to the empty line. */
  static Map<String, String> headers(InputStream input) throws IOException {
    var headers = new LinkedHashMap<String, String>();
    for (var line = line(input); !line.isEmpty(); line = line(input)) {
      int colon = line.indexOf(':');
      if (colon < 1 || headers.size() == MOST_HEADERS) {
        throw new IOException("a header without a name, or too many");
      }
      headers.merge(
          line.substring(0, colon).toLowerCase(Locale.ROOT),
          line.substring(colon + 1).strip(),
          (one, other) -> one + "," + other);
    }
    return headers;
  }
}

package ai.myrecruiter.picasso.runtime.priming;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * An HTTP/1.1 request of this process to itself.
 *
 * @param headers by name in lower case
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one call and is never shared
record LoopbackRequest(String method, String path, Map<String, String> headers, byte[] body) {
  private static final int LONGEST_LINE = 65_536;

  /** Reads one request. */
  static LoopbackRequest read(InputStream input) throws IOException {
    var start = line(input).split(" ", 3);
    if (start.length != 3) {
      throw new IOException("no request line");
    }
    var headers = headers(input);
    return new LoopbackRequest(start[0], start[1], headers, body(input, headers));
  }

  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  private static Map<String, String> headers(InputStream input) throws IOException {
    var headers = new HashMap<String, String>();
    for (var line = line(input); !line.isEmpty(); line = line(input)) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.put(
            line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
      }
    }
    return headers;
  }

  private static byte[] body(InputStream input, Map<String, String> headers) throws IOException {
    if (!headers.containsKey("transfer-encoding")) {
      return input.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
    }
    var body = new ByteArrayOutputStream();
    for (int size = chunkSize(input); size > 0; size = chunkSize(input)) {
      body.writeBytes(input.readNBytes(size));
      line(input);
    }
    headers(input);
    return body.toByteArray();
  }

  private static int chunkSize(InputStream input) throws IOException {
    return Integer.parseInt(line(input), 16);
  }

  private static String line(InputStream input) throws IOException {
    var line = new ByteArrayOutputStream();
    for (int read = input.read(); read != '\n'; read = input.read()) {
      if (read < 0 || line.size() == LONGEST_LINE) {
        throw new EOFException("a line without an end");
      }
      line.write(read);
    }
    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }
}

package ai.myrecruiter.picasso.runtime.bootstrap;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An HTTP/1.1 response.
 *
 * @param headers by name in lower case
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one call and is never shared
record HttpAnswer(int status, Map<String, String> headers, byte[] body) {
  private static final int LONGEST_LINE = 65_536;
  private static final int LARGEST_BODY = 32 * 1024 * 1024;

  Optional<String> header(String lowerCaseName) {
    return Optional.ofNullable(headers.get(lowerCaseName));
  }

  boolean keepsConnection() {
    return header("connection").filter(value -> value.equalsIgnoreCase("close")).isEmpty();
  }

  /** Reads one whole response. */
  static HttpAnswer read(InputStream input) throws IOException {
    int status = status(line(input));
    var headers = headers(input);
    return new HttpAnswer(status, headers, body(input, headers));
  }

  private static int status(String line) throws IOException {
    var parts = line.split(" ", 3);
    if (parts.length < 2 || !parts[0].startsWith("HTTP/1.") || !parts[1].matches("\\d{3}")) {
      throw new IOException("the Runtime API answered with no status line");
    }
    return Integer.parseInt(parts[1]);
  }

  private static Map<String, String> headers(InputStream input) throws IOException {
    var headers = new HashMap<String, String>();
    for (var line = line(input); !line.isEmpty(); line = line(input)) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.put(
            line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
            line.substring(colon + 1).strip());
      }
    }
    return headers;
  }

  private static byte[] body(InputStream input, Map<String, String> headers) throws IOException {
    if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
      return chunked(input);
    }
    return exactly(input, length(headers.getOrDefault("content-length", "0"), 10));
  }

  private static byte[] chunked(InputStream input) throws IOException {
    var body = new java.io.ByteArrayOutputStream();
    for (int size = chunkSize(input); size > 0; size = chunkSize(input)) {
      body.writeBytes(exactly(input, size));
      line(input);
      length(Integer.toString(body.size()), 10);
    }
    headers(input);
    return body.toByteArray();
  }

  private static int chunkSize(InputStream input) throws IOException {
    return length(line(input).replaceFirst(";.*", "").strip(), 16);
  }

  private static int length(String digits, int radix) throws IOException {
    try {
      int length = Integer.parseInt(digits, radix);
      if (length >= 0 && length <= LARGEST_BODY) {
        return length;
      }
    } catch (NumberFormatException e) {
      throw new IOException("the Runtime API gave a length that is no number", e);
    }
    throw new IOException("the Runtime API gave a length over " + LARGEST_BODY + " bytes");
  }

  private static byte[] exactly(InputStream input, int length) throws IOException {
    var bytes = input.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("the Runtime API ended in the middle of an answer");
    }
    return bytes;
  }

  private static String line(InputStream input) throws IOException {
    var line = new java.io.ByteArrayOutputStream();
    for (int read = input.read(); read != '\n'; read = input.read()) {
      if (read < 0) {
        throw new EOFException("the Runtime API closed the connection");
      }
      if (line.size() == LONGEST_LINE) {
        throw new IOException("the Runtime API sent a line over " + LONGEST_LINE + " bytes");
      }
      line.write(read);
    }
    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }
}

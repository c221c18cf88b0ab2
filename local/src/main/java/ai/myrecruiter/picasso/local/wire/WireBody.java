package ai.myrecruiter.picasso.local.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/** A body, part by part: each chunk as it was sent, or all that a length announced. */
public final class WireBody {
  private static final int MOST_AT_ONCE = 64 * 1024 * 1024;
  private final InputStream input;
  private final boolean chunked;
  private long left;
  private boolean ended;
  private Map<String, String> trailers = Map.of();

  private WireBody(InputStream input, boolean chunked, long left) {
    this.input = input;
    this.chunked = chunked;
    this.left = left;
    this.ended = !chunked && left == 0;
  }

  static WireBody of(Map<String, String> headers, InputStream input) throws IOException {
    if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
      return new WireBody(input, true, 0);
    }
    return new WireBody(input, false, number(headers.getOrDefault("content-length", "0"), 10));
  }

  private static int number(String digits, int radix) throws IOException {
    try {
      int number = Integer.parseInt(digits, radix);
      if (number >= 0 && number <= MOST_AT_ONCE) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new IOException("a length that is no number", e);
    }
    throw new IOException("a length over " + MOST_AT_ONCE);
  }

  /** Whether the body came in chunks. */
  public boolean isChunked() {
    return chunked;
  }

  /** The next chunk, or nothing at the end. */
  public Optional<byte[]> next() throws IOException {
    if (ended) {
      return Optional.empty();
    }
    int size = chunked ? number(WireLines.line(input).replaceFirst(";.*", ""), 16) : (int) left;
    if (chunked && size == 0) {
      trailers = WireLines.headers(input);
      ended = true;
      return Optional.empty();
    }
    var part = input.readNBytes(size);
    if (part.length < size) {
      throw new EOFException("the connection ended in the middle of a body");
    }
    if (chunked && !WireLines.line(input).isEmpty()) {
      throw new IOException("a chunk longer than it says");
    }
    ended = !chunked;
    return Optional.of(part);
  }

  /** All that is left. */
  public byte[] all() throws IOException {
    var all = new java.io.ByteArrayOutputStream();
    for (var part = next(); part.isPresent(); part = next()) {
      all.writeBytes(part.get());
    }
    return all.toByteArray();
  }

  /** What came after the last chunk, by name in lower case. */
  public Map<String, String> trailers() {
    return trailers;
  }
}

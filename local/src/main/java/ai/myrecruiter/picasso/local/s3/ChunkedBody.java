package ai.myrecruiter.picasso.local.s3;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A body in AWS's own chunks ({@code aws-chunked}): each with its length in hexadecimal and perhaps
 * a signature, which is not checked; trailers at the end.
 *
 * @param bytes without chunks
 * @param trailers by their names in lower case
 */
@SuppressWarnings("ArrayRecordComponent") // read once, by the call that it belongs to
record ChunkedBody(byte[] bytes, Map<String, String> trailers) {
  /**
   * Reads chunks.
   *
   * @throws RuntimeException as S3 refuses it, when the chunks are not whole
   */
  static ChunkedBody read(byte[] body) {
    var reader = new Reader(body);
    var bytes = new ByteArrayOutputStream();
    for (int size = reader.size(); size > 0; size = reader.size()) {
      reader.take(size, bytes);
    }
    return new ChunkedBody(bytes.toByteArray(), reader.trailers());
  }

  private static final class Reader {
    private static final int HEXADECIMAL = 16;
    private final byte[] body;
    private int at;

    Reader(byte[] body) {
      this.body = body;
    }

    int size() {
      var line = line().split(";", 2)[0];
      try {
        int size = Integer.parseInt(line, HEXADECIMAL);
        if (size >= 0 && size <= body.length - at) {
          return size;
        }
      } catch (NumberFormatException e) {
        throw incomplete();
      }
      throw incomplete();
    }

    void take(int size, ByteArrayOutputStream into) {
      into.write(body, at, size);
      at += size;
      if (!line().isEmpty()) {
        throw incomplete();
      }
    }

    Map<String, String> trailers() {
      var trailers = new HashMap<String, String>();
      while (at < body.length) {
        var parts = line().split(":", 2);
        if (parts.length == 2) {
          trailers.put(parts[0].strip().toLowerCase(Locale.ROOT), parts[1].strip());
        }
      }
      return trailers;
    }

    private String line() {
      int end = at;
      while (end + 1 < body.length && !(body[end] == '\r' && body[end + 1] == '\n')) {
        end++;
      }
      if (end + 1 >= body.length) {
        throw incomplete();
      }
      var line = new String(body, at, end - at, StandardCharsets.US_ASCII);
      at = end + 2;
      return line;
    }

    private static RuntimeException incomplete() {
      return S3Errors.of(
          "IncompleteBody", "The request body terminated unexpectedly: a chunk is not whole");
    }
  }
}

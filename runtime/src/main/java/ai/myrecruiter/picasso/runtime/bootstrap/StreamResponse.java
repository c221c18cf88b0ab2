package ai.myrecruiter.picasso.runtime.bootstrap;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The response of one invocation, on a connection of its own: every call is one chunk in one write,
 * and blocks while Lambda does not take it. To be used by one thread.
 */
public final class StreamResponse {
  private static final Map<String, String> HEADERS = headers();
  private final String address;
  private final String path;
  private @Nullable RuntimeConnection connection;

  StreamResponse(String address, String path) {
    this.address = address;
    this.path = path;
  }

  private static Map<String, String> headers() {
    var headers = new LinkedHashMap<String, String>();
    headers.put("Content-Type", "application/vnd.awslambda.http-integration-response");
    headers.put("Lambda-Runtime-Function-Response-Mode", "streaming");
    headers.put("Transfer-Encoding", "chunked");
    headers.put(
        "Trailer", "Lambda-Runtime-Function-Error-Type, Lambda-Runtime-Function-Error-Body");
    headers.put("Connection", "close");
    return headers;
  }

  /** Whether the response has begun, so that its status cannot change any more. */
  public boolean begun() {
    return connection != null;
  }

  /**
   * Begins the response: prelude and first bytes in one chunk. No bytes become a newline, because
   * Lambda holds a response back that has a prelude only.
   *
   * @throws IllegalStateException if it has begun
   */
  public void begin(Prelude prelude, byte[] first) throws IOException {
    if (begun()) {
      throw new IllegalStateException("the response has begun: write to it instead");
    }
    var open = RuntimeConnection.open(address);
    connection = open;
    open.write((open.head("POST", path, HEADERS) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    var chunk = new ByteArrayOutputStream();
    chunk.writeBytes(prelude.bytes());
    chunk.writeBytes(first.length == 0 ? new byte[] {'\n'} : first);
    write(chunk.toByteArray());
  }

  /** Sends bytes as one chunk; no bytes send nothing. */
  public void write(byte[] bytes) throws IOException {
    if (bytes.length == 0) {
      return;
    }
    var size = Integer.toHexString(bytes.length).getBytes(StandardCharsets.US_ASCII);
    var chunk = new byte[size.length + bytes.length + 4];
    System.arraycopy(size, 0, chunk, 0, size.length);
    lineEnd(chunk, size.length);
    System.arraycopy(bytes, 0, chunk, size.length + 2, bytes.length);
    lineEnd(chunk, chunk.length - 2);
    connection().write(chunk);
  }

  private static void lineEnd(byte[] bytes, int at) {
    bytes[at] = '\r';
    bytes[at + 1] = '\n';
  }

  /** Ends the response and gives Lambda's answer to it. */
  HttpAnswer finish() throws IOException {
    return end("0\r\n\r\n");
  }

  /** Ends the response as failed, in trailers. */
  HttpAnswer fail(ErrorReport error) throws IOException {
    return end(
        "0\r\nLambda-Runtime-Function-Error-Type: %s\r\nLambda-Runtime-Function-Error-Body: %s\r\n\r\n"
            .formatted(error.type(), error.base64()));
  }

  private HttpAnswer end(String lastChunk) throws IOException {
    try (var open = connection()) {
      open.write(lastChunk.getBytes(StandardCharsets.US_ASCII));
      return open.answer();
    }
  }

  private RuntimeConnection connection() {
    if (connection == null) {
      throw new IllegalStateException("the response has not begun: give it a prelude first");
    }
    return connection;
  }

  /** Gives the connection up, whatever its state. */
  void abandon() throws IOException {
    if (connection != null) {
      connection.close();
    }
  }
}

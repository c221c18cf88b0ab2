package ai.myrecruiter.picasso.local.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The response to one request: whole, or begun and then chunk by chunk. */
public final class WireReply {
  private static final byte[] LINE_END = {'\r', '\n'};
  private final OutputStream output;
  private boolean keeps = true;

  WireReply(OutputStream output) {
    this.output = output;
  }

  boolean keepsConnection() {
    return keeps;
  }

  /** Closes the connection after this response. */
  public WireReply closing() {
    keeps = false;
    return this;
  }

  /** Sends a whole response. */
  public void send(int status, Map<String, String> headers, byte[] body) throws IOException {
    var head = head(status, headers) + "Content-Length: " + body.length + "\r\n\r\n";
    output.write(joined(head.getBytes(StandardCharsets.ISO_8859_1), body, new byte[0]));
  }

  /** Begins a response in chunks. */
  public void begin(int status, Map<String, String> headers) throws IOException {
    var head = head(status, headers) + "Transfer-Encoding: chunked\r\n\r\n";
    output.write(head.getBytes(StandardCharsets.ISO_8859_1));
  }

  private String head(int status, Map<String, String> headers) {
    var head = new StringBuilder("HTTP/1.1 ").append(status).append(" Status\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    if (!keeps) {
      head.append("Connection: close\r\n");
    }
    return head.toString();
  }

  /** Sends one chunk, in one write. */
  public void chunk(byte[] bytes) throws IOException {
    var size = (Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    output.write(joined(size, bytes, LINE_END));
  }

  /** Ends a response in chunks. */
  public void end() throws IOException {
    output.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
  }

  /** Closes the connection where it is, whatever was announced. */
  public void cut() throws IOException {
    keeps = false;
    output.close();
  }

  private static byte[] joined(byte[] one, byte[] two, byte[] three) {
    var all = new byte[one.length + two.length + three.length];
    System.arraycopy(one, 0, all, 0, one.length);
    System.arraycopy(two, 0, all, one.length, two.length);
    System.arraycopy(three, 0, all, one.length + two.length, three.length);
    return all;
  }
}

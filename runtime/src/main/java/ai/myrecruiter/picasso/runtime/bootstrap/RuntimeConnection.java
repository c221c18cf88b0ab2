package ai.myrecruiter.picasso.runtime.bootstrap;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** One socket to the Runtime API. Nothing waits in a buffer or for a full packet on the way out. */
final class RuntimeConnection implements Closeable {
  private static final int CONNECT_MILLIS = 5_000;
  private final String address;
  private final Socket socket;
  private final InputStream input;
  private final OutputStream output;

  private RuntimeConnection(String address, Socket socket) throws IOException {
    this.address = address;
    this.socket = socket;
    this.input = new BufferedInputStream(socket.getInputStream());
    this.output = socket.getOutputStream();
  }

  /**
   * Connects, without a limit on how long an answer may take.
   *
   * @param address {@code host:port}
   */
  static RuntimeConnection open(String address) throws IOException {
    int colon = address.lastIndexOf(':');
    var host = colon < 0 ? address : address.substring(0, colon);
    int port = colon < 0 ? 80 : Integer.parseInt(address.substring(colon + 1));
    var socket = new Socket();
    socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
    socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
    return new RuntimeConnection(address, socket);
  }

  /** Sends a request with its body and reads the answer. */
  HttpAnswer exchange(String method, String path, Map<String, String> headers, byte[] body)
      throws IOException {
    var head = head(method, path, headers) + "Content-Length: " + body.length + "\r\n\r\n";
    var start = head.getBytes(StandardCharsets.ISO_8859_1);
    var whole = new byte[start.length + body.length];
    System.arraycopy(start, 0, whole, 0, start.length);
    System.arraycopy(body, 0, whole, start.length, body.length);
    output.write(whole);
    return answer();
  }

  /** The start of a request: request line, host and headers, each with its line end. */
  String head(String method, String path, Map<String, String> headers) {
    var head = new StringBuilder();
    head.append(method).append(' ').append(path).append(" HTTP/1.1\r\n");
    head.append("Host: ").append(address).append("\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    return head.toString();
  }

  /** Sends bytes as they are, in one write. */
  void write(byte[] bytes) throws IOException {
    output.write(bytes);
  }

  HttpAnswer answer() throws IOException {
    return HttpAnswer.read(input);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

package ai.myrecruiter.picasso.local.wire;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Optional;

/** One connection of a client: requests are read from it one after the other. */
final class WireConnection {
  private final InputStream input;
  private final OutputStream output;

  WireConnection(Socket socket) throws IOException {
    this.input = new BufferedInputStream(socket.getInputStream());
    this.output = socket.getOutputStream();
  }

  OutputStream output() {
    return output;
  }

  /** The next request up to its body, or nothing when the client has ended. */
  Optional<WireRequest> read() throws IOException {
    input.mark(1);
    if (input.read() < 0) {
      return Optional.empty();
    }
    input.reset();
    var parts = WireLines.line(input).split(" ", 3);
    if (parts.length != 3 || !parts[2].startsWith("HTTP/1.")) {
      throw new IOException("no request line of HTTP/1.1");
    }
    var headers = WireLines.headers(input);
    return Optional.of(new WireRequest(parts[0], parts[1], headers, WireBody.of(headers, input)));
  }
}

package ai.myrecruiter.picasso.runtime.priming;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.function.Function;

/**
 * A server on the loopback address for requests of this process; one request a connection. What has
 * no answer is hung up on.
 */
final class Loopback implements AutoCloseable {
  private static final int BACKLOG = 64;
  private final ServerSocket server;
  private final Function<LoopbackRequest, Optional<LoopbackAnswer>> answers;

  Loopback(Function<LoopbackRequest, Optional<LoopbackAnswer>> answers) throws IOException {
    this.server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    this.answers = answers;
    Thread.ofVirtual().name("priming-accept").start(this::accept);
  }

  /** The address as {@code host:port}. */
  String address() {
    return "127.0.0.1:" + server.getLocalPort();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        var socket = server.accept();
        Thread.ofVirtual().name("priming-connection").start(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket open) {
    try (var socket = open) {
      var request = LoopbackRequest.read(new BufferedInputStream(socket.getInputStream()));
      var answer = answers.apply(request);
      if (answer.isPresent()) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(answer.get().head());
        bytes.writeBytes(answer.get().body());
        socket.getOutputStream().write(bytes.toByteArray());
      }
    } catch (IOException gone) {
      // The client of this same process has gone: it finds out by itself.
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}

package ai.myrecruiter.picasso.local.wire;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.StandardSocketOptions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A server on the loopback address; a virtual thread for each connection. */
public final class WireServer implements Closeable {
  /** Answers one request; the connection is closed when it throws. */
  @FunctionalInterface
  public interface Handler {
    /** Answers by {@code reply}, once. */
    void handle(WireRequest request, WireReply reply) throws IOException;
  }

  private static final int BACKLOG = 256;
  private final ServerSocket server;
  private final Handler handler;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  private WireServer(ServerSocket server, Handler handler) {
    this.server = server;
    this.handler = handler;
  }

  /**
   * Starts a server.
   *
   * @param port 0 to 65535, 0 for any that is free
   * @throws IOException if the port cannot be had
   */
  public static WireServer listening(int port, Handler handler) throws IOException {
    var server =
        new WireServer(new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress()), handler);
    Thread.ofVirtual().name("wire-accept").start(server::accept);
    return server;
  }

  /** The address as {@code host:port}. */
  public String address() {
    return "127.0.0.1:" + server.getLocalPort();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        var socket = server.accept();
        open.add(socket);
        Thread.ofVirtual().name("wire-connection").start(() -> serve(socket));
      } catch (SocketException closed) {
        return;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
      var connection = new WireConnection(socket);
      boolean goesOn = true;
      while (goesOn && !server.isClosed()) {
        goesOn = next(connection);
      }
    } catch (IOException gone) {
      // The other side is gone, or sent what is no HTTP; either way nobody is left to tell.
    } finally {
      open.remove(socket);
    }
  }

  private boolean next(WireConnection connection) throws IOException {
    var request = connection.read();
    if (request.isEmpty()) {
      return false;
    }
    var reply = new WireReply(connection.output());
    handler.handle(request.get(), reply);
    request.get().drain();
    return reply.keepsConnection() && request.get().keepsConnection();
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (var socket : open) {
      socket.close();
    }
  }
}

package ai.myrecruiter.picasso.local.wire;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** HTTP servers on the loopback interface. */
public final class LoopbackHttp {
  private static final int BACKLOG = 1024;

  static {
    // The server of the JDK writes head and body apart; unless told so, the body waits for the
    // peer's delayed acknowledgement, 40 ms on Linux.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private LoopbackHttp() {}

  /**
   * A server that is not started.
   *
   * @param port 0 to 65535, 0 for any that is free
   * @throws IOException if the port cannot be had
   */
  public static HttpServer bind(int port) throws IOException {
    return HttpServer.create(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
  }
}

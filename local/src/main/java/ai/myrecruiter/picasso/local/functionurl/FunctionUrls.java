package ai.myrecruiter.picasso.local.functionurl;

import ai.myrecruiter.picasso.local.lambda.LambdaService;
import ai.myrecruiter.picasso.local.loop.EventLoop;
import ai.myrecruiter.picasso.local.wire.LoopbackHttp;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;

/**
 * Function URLs on the loopback address, each a server of its own, as each has a host name of its
 * own on AWS.
 */
public final class FunctionUrls implements AutoCloseable {
  private final EventLoop loop;
  private final LambdaService lambda;
  private final List<HttpServer> servers = new ArrayList<>();

  /** No URLs yet. */
  public FunctionUrls(EventLoop loop, LambdaService lambda) {
    this.loop = loop;
    this.lambda = lambda;
  }

  /**
   * Opens the URL of a function's alias. Each request goes to the alias, so it follows the alias's
   * weights of that moment.
   *
   * @param target {@code name:alias}
   * @param port 0 to 65535, 0 for any that is free
   * @throws IOException if the port cannot be had
   */
  public URI open(String target, Cors cors, int port) throws IOException {
    return open(target, cors, InvokeMode.BUFFERED, port);
  }

  /** The same for a function whose response may stream. */
  public URI open(String target, Cors cors, InvokeMode mode, int port) throws IOException {
    var server = LoopbackHttp.bind(port);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        new FunctionUrlHandler(loop, lambda, target, cors, mode == InvokeMode.RESPONSE_STREAM));
    server.start();
    servers.add(server);
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  /** Closes a URL that was opened; one that is not open is let be. */
  public void close(URI url) {
    servers.removeIf(server -> {
      boolean its = server.getAddress().getPort() == url.getPort();
      if (its) {
        server.stop(0);
      }
      return its;
    });
  }

  @Override
  public void close() {
    servers.forEach(server -> server.stop(0));
  }
}

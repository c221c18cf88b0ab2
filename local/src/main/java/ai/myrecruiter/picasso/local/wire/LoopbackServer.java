package ai.myrecruiter.picasso.local.wire;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Serves a service on the loopback interface. A request must be signed as every SDK and the AWS CLI
 * do; the signature is not checked, but no page of the web can send one, nor call the stage under
 * another name than that of the loopback.
 */
public final class LoopbackServer implements AutoCloseable {
  private static final long VERSION_4 = 0x4000L;
  private static final int FORBIDDEN = 403;
  private static final int TOO_LARGE = 413;
  private static final int FAULT = 500;

  private final AtomicLong requests = new AtomicLong();
  private final WireService service;
  private final HttpServer server;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * Starts to serve.
   *
   * @param port on the loopback interface, 0 for any that is free
   * @throws UncheckedIOException when the port is taken
   */
  public LoopbackServer(WireService service, int port) {
    this.service = service;
    try {
      this.server = LoopbackHttp.bind(port);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "%s cannot be served on port %d: %s; choose another port"
              .formatted(service.name(), port, e.getMessage()),
          e);
    }
    server.createContext("/", this::handle);
    server.setExecutor(workers);
    server.start();
  }

  /** Where it serves. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var id = new UUID(VERSION_4, requests.incrementAndGet()).toString();
      var reply = reply(exchange, id);
      var headers = exchange.getResponseHeaders();
      reply.headers().forEach(headers::set);
      headers.set("x-amzn-RequestId", id);
      boolean empty = reply.body().length == 0;
      exchange.sendResponseHeaders(reply.status(), empty ? -1 : reply.body().length);
      if (!empty) {
        exchange.getResponseBody().write(reply.body());
      }
    }
  }

  private Reply reply(HttpExchange exchange, String id) throws IOException {
    var headers = exchange.getRequestHeaders();
    if (!LoopbackNames.include(headers.getFirst("Host"))) {
      return service.error(
          FORBIDDEN, "AccessDeniedException", "The stage answers to localhost and 127.0.0.1 only");
    }
    if (headers.getFirst("Authorization") == null) {
      return service.error(
          FORBIDDEN,
          "MissingAuthenticationTokenException",
          "Missing Authentication Token: sign the request, with any credentials");
    }
    var body = exchange.getRequestBody().readNBytes(service.maxBodyBytes() + 1);
    if (body.length > service.maxBodyBytes()) {
      return service.error(
          TOO_LARGE,
          "RequestEntityTooLargeException",
          "The request is longer than %d bytes".formatted(service.maxBodyBytes()));
    }
    return answer(call(exchange, body, id));
  }

  private Reply answer(WireCall call) {
    try {
      return service.answer(call);
    } catch (RuntimeException defect) {
      return service.error(FAULT, "InternalServerException", String.valueOf(defect));
    }
  }

  private static WireCall call(HttpExchange exchange, byte[] body, String id) {
    Map<String, String> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    headers.put(WireCall.REQUEST_ID, id);
    var uri = exchange.getRequestURI();
    return new WireCall(
        exchange.getRequestMethod().toUpperCase(Locale.ROOT),
        uri.getRawPath(),
        Encoded.query(uri.getRawQuery()),
        headers,
        body);
  }
}

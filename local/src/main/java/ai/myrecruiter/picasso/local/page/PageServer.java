package ai.myrecruiter.picasso.local.page;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;

/**
 * Serves the files of a folder on the loopback address, and {@code config.json}, which tells the
 * page where its service is. The page may load nothing but its own files.
 */
public final class PageServer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; connect-src *; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer",
          "Cache-Control",
          "no-store");
  private final HttpServer server;
  private Optional<HttpContext> configured = Optional.empty();

  private PageServer(HttpServer server) {
    this.server = server;
  }

  /**
   * Serves a folder. What the page is told can be set later, when its service has an address.
   *
   * @param folder with {@code index.html}
   * @param port 0 to 65535, 0 for any that is free
   * @throws IOException if the folder has no page or the port cannot be had
   */
  public static PageServer open(Path folder, int port) throws IOException {
    var root = folder.toRealPath();
    if (!Files.isRegularFile(root.resolve("index.html"))) {
      throw new IOException(
          "the folder %s has no index.html: name the folder of the chat page".formatted(folder));
    }
    var server = bind(port);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server
        .createContext("/", SimpleFileServer.createFileHandler(root))
        .getFilters()
        .add(Filter.beforeHandler("security headers", PageServer::protect));
    server.start();
    return new PageServer(server);
  }

  private static HttpServer bind(int port) throws IOException {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new IOException(
          "The chat page cannot be served on port %d: %s; choose another port"
              .formatted(port, e.getMessage()),
          e);
    }
  }

  private static void protect(HttpExchange exchange) {
    HEADERS.forEach(exchange.getResponseHeaders()::set);
  }

  /** Serves {@code config.json} from now on, in the place of what it was before. */
  public synchronized void configure(Map<String, String> settings) {
    var body = bytes(settings);
    configured.ifPresent(server::removeContext);
    var context =
        server.createContext(
            "/config.json",
            exchange -> {
              try (exchange) {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
              }
            });
    context.getFilters().add(Filter.beforeHandler("security headers", PageServer::protect));
    configured = Optional.of(context);
  }

  private static byte[] bytes(Map<String, String> settings) {
    try {
      return JSON.writeValueAsBytes(settings);
    } catch (IOException e) {
      throw new UncheckedIOException("the page's settings cannot be written", e);
    }
  }

  /** Where the page is. */
  public URI uri() {
    return URI.create(origin() + "/");
  }

  /** The page's origin, as a browser sends it. */
  public String origin() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

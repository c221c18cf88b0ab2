package ai.myrecruiter.picasso.local.sfn;

import ai.myrecruiter.picasso.local.engine.data.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.SfnException;

/**
 * Step Functions over HTTP on the loopback interface, in the protocol of AWS (JSON 1.0), so that
 * the AWS CLI and SDKs reach the stage from another process. Credentials are not checked.
 */
public final class StepFunctionsEndpoint implements AutoCloseable {
  private static final long VERSION_4 = 0x4000L;
  private final AtomicLong requests = new AtomicLong();
  private static final String CONTENT_TYPE = "application/x-amz-json-1.0";
  private static final String TARGET_PREFIX = "AWSStepFunctions.";
  private static final int MAX_BODY_BYTES = 2 * 1024 * 1024;
  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;
  private static final int FORBIDDEN = 403;
  private static final int TOO_LARGE = 413;
  private static final int FAULT = 500;
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final Operations operations;
  private final HttpServer server;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * Starts to serve.
   *
   * @param client that answers the calls
   * @param port on the loopback interface, 0 for any that is free
   * @throws UncheckedIOException when the port is taken
   */
  public StepFunctionsEndpoint(SfnClient client, int port) {
    this.operations = new Operations(client);
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    try {
      this.server = HttpServer.create(address, 0);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Step Functions cannot be served on port %d: %s; choose another port"
              .formatted(port, e.getMessage()),
          e);
    }
    server.createContext("/", this::handle);
    server.setExecutor(workers);
    server.start();
  }

  /** Where it serves, for {@code AWS_ENDPOINT_URL_SFN}. */
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
      var reply = reply(exchange);
      var body = Json.write(reply.body()).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", CONTENT_TYPE);
      exchange
          .getResponseHeaders()
          .set("x-amzn-RequestId", new UUID(VERSION_4, requests.incrementAndGet()).toString());
      exchange.sendResponseHeaders(reply.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private record Reply(int status, ObjectNode body) {
    static Reply error(int status, String type, String message) {
      return new Reply(status, Json.object().put("__type", type).put("message", message));
    }
  }

  private Reply reply(HttpExchange exchange) throws IOException {
    if (!isForLoopback(exchange.getRequestHeaders().getFirst("Host"))) {
      return Reply.error(
          FORBIDDEN, "AccessDeniedException", "The stage answers to localhost and 127.0.0.1 only");
    }
    var body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
    if (body.length > MAX_BODY_BYTES) {
      return Reply.error(
          TOO_LARGE,
          "RequestEntityTooLargeException",
          "The request is longer than " + MAX_BODY_BYTES + " bytes");
    }
    var target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    var name =
        target != null && target.startsWith(TARGET_PREFIX)
            ? target.substring(TARGET_PREFIX.length())
            : "";
    var operation = operations.named(name);
    if (operation.isEmpty() || !exchange.getRequestMethod().equals("POST")) {
      return Reply.error(
          BAD_REQUEST,
          "UnknownOperationException",
          "The stage has no operation '%s' of Step Functions".formatted(target));
    }
    return answer(operation.get(), new String(body, StandardCharsets.UTF_8));
  }

  private static Reply answer(Operations.Operation operation, String body) {
    try {
      if (Json.parse(body) instanceof ObjectNode request) {
        return new Reply(OK, operation.answer(request));
      }
      return Reply.error(BAD_REQUEST, "SerializationException", "The body is not a JSON object");
    } catch (Json.InvalidJson e) {
      return Reply.error(BAD_REQUEST, "SerializationException", e.problem());
    } catch (IllegalArgumentException e) {
      return Reply.error(BAD_REQUEST, "SerializationException", String.valueOf(e.getMessage()));
    } catch (SfnException e) {
      var details = e.awsErrorDetails();
      return Reply.error(e.statusCode(), details.errorCode(), details.errorMessage());
    } catch (RuntimeException e) {
      return Reply.error(FAULT, "InternalServerException", String.valueOf(e));
    }
  }

  /** A page of the web that was led here under another name is turned away. */
  static boolean isForLoopback(@Nullable String host) {
    if (host == null) {
      return false;
    }
    int port = host.lastIndexOf(':');
    boolean bracketed = host.endsWith("]");
    var name = port < 0 || bracketed ? host : host.substring(0, port);
    return LOOPBACK.contains(name.toLowerCase(Locale.ROOT));
  }
}

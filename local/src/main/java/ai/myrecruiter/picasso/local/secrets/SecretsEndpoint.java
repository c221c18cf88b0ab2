package ai.myrecruiter.picasso.local.secrets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * {@code GetSecretValue} over HTTP on the loopback interface, in the protocol of AWS (JSON 1.1),
 * for payload code, which has an SDK of its own. Credentials are not checked.
 */
public final class SecretsEndpoint implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TARGET = "secretsmanager.GetSecretValue";
  private static final int MOST_BYTES = 65_536;
  private final Secrets secrets;
  private final HttpServer server;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

  private record Reply(int status, ObjectNode body) {}

  /**
   * Starts to serve on any port that is free.
   *
   * @throws IOException if there is none
   */
  public SecretsEndpoint(Secrets secrets) throws IOException {
    this.secrets = secrets;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(workers);
    server.start();
  }

  /** Where it serves, for {@code AWS_ENDPOINT_URL_SECRETS_MANAGER}. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var reply = reply(exchange);
      var body = reply.body().toString().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
      exchange.sendResponseHeaders(reply.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private Reply reply(HttpExchange exchange) throws IOException {
    if (!TARGET.equals(exchange.getRequestHeaders().getFirst("X-Amz-Target"))) {
      return error("UnknownOperationException", "The stage has GetSecretValue only");
    }
    try {
      var request = JSON.readTree(exchange.getRequestBody().readNBytes(MOST_BYTES));
      var value =
          secrets.client().getSecretValue(get -> get.secretId(request.path("SecretId").asText()));
      return new Reply(
          200,
          JSON.createObjectNode()
              .put("ARN", value.arn())
              .put("Name", value.name())
              .put("SecretString", value.secretString()));
    } catch (JsonProcessingException e) {
      return error("SerializationException", "The body is not JSON");
    } catch (AwsServiceException e) {
      return error(e.awsErrorDetails().errorCode(), e.awsErrorDetails().errorMessage());
    }
  }

  private static Reply error(String type, String message) {
    return new Reply(400, JSON.createObjectNode().put("__type", type).put("message", message));
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }
}

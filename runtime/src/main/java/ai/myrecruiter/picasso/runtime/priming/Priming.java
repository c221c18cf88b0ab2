package ai.myrecruiter.picasso.runtime.priming;

import ai.myrecruiter.picasso.runtime.bootstrap.Bootstrap;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a function needs to serve a request of its own making, on one loopback address. */
public final class Priming implements AutoCloseable {
  private static final String DONE = "event: done\n";
  private final Identity identity = new Identity();
  private final CannedServices services = new CannedServices(identity);
  private final OneInvocation invocation = new OneInvocation();
  private final Loopback loopback;

  private Priming() throws IOException {
    this.loopback = new Loopback(this::answer);
  }

  /**
   * Opens the address.
   *
   * @throws UncheckedIOException if no port can be had
   */
  public static Priming begin() {
    try {
      return new Priming();
    } catch (IOException e) {
      throw new UncheckedIOException("no port of the loopback address can be had", e);
    }
  }

  private Optional<LoopbackAnswer> answer(LoopbackRequest request) {
    return request.path().startsWith("/2018-06-01/runtime/")
        ? invocation.answer(request)
        : services.answer(request);
  }

  /** Variables of a function whose services are all here; the real ones are not among them. */
  public Map<String, String> environment() {
    var variables = new TreeMap<String, String>();
    variables.put("AWS_REGION", "us-east-1");
    variables.put("AWS_ACCESS_KEY_ID", "priming");
    variables.put("AWS_SECRET_ACCESS_KEY", "priming");
    variables.put("AWS_ENDPOINT_URL", "http://" + loopback.address());
    variables.put("PICASSO_JWT_SIGNING_SECRET", Identity.SIGNING_SECRET);
    variables.put("PICASSO_JWT_VERIFICATION_SECRET", Identity.VERIFICATION_SECRET);
    variables.put("PICASSO_MODEL_ID", "priming");
    for (var table :
        new String[] {
          "TOKENS", "TENANTS", "CANCELLATIONS", "RECENT_MESSAGES", "SUMMARIES", "SESSIONS"
        }) {
      variables.put("PICASSO_%s_TABLE".formatted(table), "priming");
    }
    return variables;
  }

  /**
   * Lets the loop serve one question with a function, as an invocation of Lambda.
   *
   * @param handler the function's class
   * @throws IllegalStateException if the answer was not whole
   */
  public void stream(Class<?> handler) {
    invocation.offer(event("stream").toString().getBytes(StandardCharsets.UTF_8));
    var variables = environment();
    variables.put("AWS_LAMBDA_RUNTIME_API", loopback.address());
    variables.put("_HANDLER", handler.getName());
    Bootstrap.run(variables, line -> {});
    if (!invocation.answered().contains(DONE)) {
      throw new IllegalStateException("%s did not answer itself".formatted(handler.getName()));
    }
  }

  /**
   * Lets a function that answers whole answer an action.
   *
   * @throws IllegalStateException if it did not answer with 200
   */
  public void ask(RequestStreamHandler handler, String action) {
    var answer = new ByteArrayOutputStream();
    try {
      handler.handleRequest(
          new ByteArrayInputStream(event(action).toString().getBytes(StandardCharsets.UTF_8)),
          answer,
          new PrimingContext());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!answer.toString(StandardCharsets.UTF_8).startsWith("{\"statusCode\":200,")) {
      throw new IllegalStateException("%s did not answer %s".formatted(handler, action));
    }
  }

  /** A request to an action of a function, payload 2.0, with a token that holds here. */
  private ObjectNode event(String action) {
    var event = JsonNodeFactory.instance.objectNode().put("version", "2.0").put("rawPath", "/");
    event
        .putObject("requestContext")
        .putObject("http")
        .put("method", "POST")
        .put("path", "/")
        .put("sourceIp", "127.0.0.1");
    event
        .putObject("headers")
        .put("host", Identity.HOST)
        .put("content-type", "application/json")
        .put("x-jwt-token", identity.token());
    event.putObject("queryStringParameters").put("action", action);
    return event.put("isBase64Encoded", false).put("body", "{\"message\":\"Is anybody there?\"}");
  }

  @Override
  public void close() {
    try {
      loopback.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

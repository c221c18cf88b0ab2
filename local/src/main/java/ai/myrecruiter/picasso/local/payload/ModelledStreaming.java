package ai.myrecruiter.picasso.local.payload;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;

/**
 * The streaming function in virtual time, in which nothing streams: answers a {@code POST} that has
 * a message with its events as one body, refuses any other request, and publishes the counts that
 * the function publishes of each request, under the same dimensions. It asks for no token, for a
 * stage in virtual time has no keys.
 */
public final class ModelledStreaming implements RequestStreamHandler {
  /** The handler that this stands in for. */
  public static final String HANDLER = "ai.myrecruiter.picasso.runtime.streaming.StreamingFunction";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String EVENTS =
      "event: token\ndata: {\"text\":\"…\"}\n\nevent: done\ndata: {}\n\n";
  private static final String REFUSED = "{\"error\":{\"code\":\"bad_request\"}}";
  private static final List<String> COUNTS =
      List.of("Requests", "ServerErrors", "StreamErrors", "CrossTenantAttempts");
  private final ModelledMetrics metrics;

  /** A function on a clock. */
  public ModelledStreaming(InstantSource clock) {
    this.metrics = new ModelledMetrics(clock, COUNTS);
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    boolean asks = asksSomething(tree(input.readAllBytes()));
    metrics.log(context, asks ? 200 : 400);
    var answer = JsonNodeFactory.instance.objectNode().put("statusCode", asks ? 200 : 400);
    answer
        .putObject("headers")
        .put("content-type", asks ? "text/event-stream" : "application/json")
        .put("x-picasso-version", context.getFunctionVersion());
    JSON.writeValue(output, answer.put("body", asks ? EVENTS : REFUSED));
  }

  private static boolean asksSomething(JsonNode event) throws IOException {
    return event.at("/requestContext/http/method").asText().equals("POST")
        && !tree(event.path("body").asText().getBytes(StandardCharsets.UTF_8))
            .path("message")
            .asText()
            .isBlank();
  }

  private static JsonNode tree(byte[] text) throws IOException {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }
}

package ai.myrecruiter.picasso.local.payload;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;

/**
 * The streaming function in virtual time: answers a {@code POST} that has a message with events,
 * refuses any other request, and publishes the same metrics under the same dimensions. It asks for
 * no token, for a stage in virtual time has no keys.
 */
public final class ModelledStreaming implements RequestStreamHandler {
  /** The handler that this stands in for. */
  public static final String HANDLER = "ai.myrecruiter.picasso.runtime.streaming.StreamingFunction";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String EVENTS = "event: token\ndata: {\"text\":\"…\"}\n\nevent: done\ndata: {}\n\n";
  private static final String REFUSED = "{\"error\":{\"code\":\"missing_message\"}}";
  private final ModelledMetrics metrics;

  /** A function on a clock. */
  public ModelledStreaming(InstantSource clock) {
    this.metrics =
        new ModelledMetrics(
            clock,
            List.of("Requests", "ServerErrors", "StreamErrors", "CrossTenantAttempts"),
            "FirstTokenLatency");
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    var answer = asksSomething(JSON.readTree(input)) ? EVENTS : REFUSED;
    metrics.log(context);
    output.write(answer.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean asksSomething(JsonNode event) {
    return event.at("/requestContext/http/method").asText().equals("POST")
        && !message(event.path("body").asText()).isBlank();
  }

  private static String message(String body) {
    try {
      return JSON.readTree(body).path("message").asText();
    } catch (JsonProcessingException e) {
      return "";
    }
  }
}

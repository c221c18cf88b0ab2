package ai.myrecruiter.picasso.local.payload;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.List;

/**
 * The master function in virtual time, where no code may wait for a network: answers health and
 * chat and publishes the same metrics under the same dimensions. What a rehearsal needs of the
 * payload is whether it answers; how a version fails is the stage's to say, by faults.
 */
public final class ModelledPayload implements RequestStreamHandler {
  /** The handler that this stands in for. */
  public static final String HANDLER =
      "ai.myrecruiter.picasso.runtime.master.MasterHandler::handleRequest";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String[] COUNTS = {
    "Requests",
    "ServerErrors",
    "CrossTenantAttempts",
    "TokensIssued",
    "TokensRefreshed",
    "TokensRevoked",
    "TokensRejected"
  };
  private final ModelledMetrics metrics;

  /** A payload on a clock. */
  public ModelledPayload(InstantSource clock) {
    this.metrics = new ModelledMetrics(clock, List.of(COUNTS), "ResponseLatency");
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    var event = JSON.readTree(input);
    boolean isHttp = event.path("requestContext").isObject();
    var action =
        isHttp
            ? event.at("/queryStringParameters/action").asText("chat")
            : event.path("action").asText("");
    var body = body(action, context);
    metrics.log(context);
    JSON.writeValue(output, isHttp ? envelope(body, context) : body);
  }

  private static ObjectNode body(String action, Context context) {
    var body = JSON.createObjectNode();
    switch (action) {
      case "health_check" -> {
        body.put("status", "ok").put("function", context.getFunctionName());
        body.put("version", context.getFunctionVersion());
        var dependencies = body.putObject("dependencies");
        for (var name : new String[] {"key_ring", "tokens", "tenants", "conversations"}) {
          dependencies.put(name, "ok");
        }
      }
      case "chat" -> body.put("answer", "…").put("version", context.getFunctionVersion());
      default -> body.putObject("error").put("code", "unknown_action");
    }
    return body;
  }

  private static JsonNode envelope(ObjectNode body, Context context) {
    var envelope = JSON.createObjectNode().put("statusCode", body.has("error") ? 404 : 200);
    envelope
        .putObject("headers")
        .put("content-type", "application/json")
        .put("x-picasso-version", context.getFunctionVersion());
    return envelope.put("body", body.toString()).put("isBase64Encoded", false);
  }
}

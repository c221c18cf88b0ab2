package ai.myrecruiter.picasso.local.payload;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;

/**
 * The master function in virtual time, where no code may wait for a network: answers as {@link
 * ModelledAnswer} says and publishes the metrics that the master publishes of a request without a
 * token, under the same dimensions; tokens it neither issues nor counts. What a rehearsal needs of
 * the payload is whether it answers; how a version fails is the stage's to say, by faults.
 */
public final class ModelledPayload implements RequestStreamHandler {
  /** The handler that this stands in for. */
  public static final String HANDLER =
      "ai.myrecruiter.picasso.runtime.master.MasterHandler::handleRequest";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final String MARKER = ":function:";
  private static final String[] COUNTS = {
    "Requests",
    "ServerErrors",
    "CrossTenantAttempts",
    "TokensIssued",
    "TokensRefreshed",
    "TokensRevoked",
    "TokensRejected"
  };
  private final InstantSource clock;

  /** A payload on a clock. */
  public ModelledPayload(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    var answer = ModelledAnswer.to(event(input), context);
    context.getLogger().log(metrics(answer, context).toString());
    JSON.writeValue(
        output, answer.isDirect() ? answer.body() : answer.envelope(context.getFunctionVersion()));
  }

  /** The event; what is no JSON is an event without anything in it. */
  private static JsonNode event(InputStream input) throws IOException {
    try {
      return JSON.readTree(input);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  private ObjectNode metrics(ModelledAnswer answer, Context context) {
    var arn = context.getInvokedFunctionArn();
    var line =
        JSON.createObjectNode()
            .put("FunctionName", context.getFunctionName())
            .put("Resource", arn.substring(arn.indexOf(MARKER) + MARKER.length()))
            .put("ExecutedVersion", context.getFunctionVersion());
    var aws = line.putObject("_aws").put("Timestamp", clock.millis());
    var directive = aws.putArray("CloudWatchMetrics").addObject().put("Namespace", "Picasso/Chat");
    var dimensions = directive.putArray("Dimensions");
    dimensions.addArray().add("FunctionName").add("Resource").add("ExecutedVersion");
    dimensions.addArray().add("FunctionName");
    var metrics = directive.putArray("Metrics");
    for (var name : COUNTS) {
      metrics.addObject().put("Name", name).put("Unit", "Count").put("StorageResolution", 1);
      line.put(name, count(name, answer));
    }
    metrics
        .addObject()
        .put("Name", "ResponseLatency")
        .put("Unit", "Milliseconds")
        .put("StorageResolution", 1);
    return line.put("ResponseLatency", 0);
  }

  private static int count(String name, ModelledAnswer answer) {
    return switch (name) {
      case "Requests" -> 1;
      case "ServerErrors" -> answer.status() >= 500 ? 1 : 0;
      default -> 0;
    };
  }
}

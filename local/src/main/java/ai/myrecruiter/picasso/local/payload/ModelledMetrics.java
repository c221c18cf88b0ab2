package ai.myrecruiter.picasso.local.payload;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.List;

/**
 * The line of metrics of one request that a modelled payload answered, under the payload's own
 * dimensions.
 *
 * @param clock of the timestamps
 * @param counts names of the counts, of which {@code Requests} is one, and {@code ServerErrors} of
 *     an answer of 500 or above; all others are zero
 */
record ModelledMetrics(InstantSource clock, List<String> counts) {
  private static final String MARKER = ":function:";
  private static final String LATENCY = "ResponseLatency";

  ModelledMetrics {
    counts = List.copyOf(counts);
  }

  /** Publishes the line of a request that was answered with a status. */
  void log(Context context, int status) {
    context.getLogger().log(line(context, status).toString());
  }

  private ObjectNode line(Context context, int status) {
    var arn = context.getInvokedFunctionArn();
    var line =
        JsonNodeFactory.instance
            .objectNode()
            .put("FunctionName", context.getFunctionName())
            .put("Resource", arn.substring(arn.indexOf(MARKER) + MARKER.length()))
            .put("ExecutedVersion", context.getFunctionVersion());
    var aws = line.putObject("_aws").put("Timestamp", clock.millis());
    var directive = aws.putArray("CloudWatchMetrics").addObject().put("Namespace", "Picasso/Chat");
    var dimensions = directive.putArray("Dimensions");
    dimensions.addArray().add("FunctionName").add("Resource").add("ExecutedVersion");
    dimensions.addArray().add("FunctionName");
    var metrics = directive.putArray("Metrics");
    for (var name : counts) {
      metrics.addObject().put("Name", name).put("Unit", "Count").put("StorageResolution", 1);
      line.put(name, count(name, status));
    }
    metrics
        .addObject()
        .put("Name", LATENCY)
        .put("Unit", "Milliseconds")
        .put("StorageResolution", 1);
    return line.put(LATENCY, 0);
  }

  private static int count(String name, int status) {
    return switch (name) {
      case "Requests" -> 1;
      case "ServerErrors" -> status >= 500 ? 1 : 0;
      default -> 0;
    };
  }
}

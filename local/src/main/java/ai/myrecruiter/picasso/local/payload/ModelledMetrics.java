package ai.myrecruiter.picasso.local.payload;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.List;

/**
 * The line of metrics of one request that a modelled payload served well, under the payload's own
 * dimensions.
 *
 * @param clock of the timestamps
 * @param counts of which {@code Requests} is one and all others are zero
 * @param latency a time, of zero milliseconds
 */
record ModelledMetrics(InstantSource clock, List<String> counts, String latency) {
  private static final String MARKER = ":function:";

  ModelledMetrics {
    counts = List.copyOf(counts);
  }

  void log(Context context) {
    context.getLogger().log(line(context).toString());
  }

  private ObjectNode line(Context context) {
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
      line.put(name, name.equals("Requests") ? 1 : 0);
    }
    metrics
        .addObject()
        .put("Name", latency)
        .put("Unit", "Milliseconds")
        .put("StorageResolution", 1);
    return line.put(latency, 0);
  }
}

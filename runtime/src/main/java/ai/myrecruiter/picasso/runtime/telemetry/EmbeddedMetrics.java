package ai.myrecruiter.picasso.runtime.telemetry;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Measures in CloudWatch's embedded metric format: each under the dimensions of the version that
 * ran, which the judge compares, and of the function, which alarms watch.
 */
final class EmbeddedMetrics {
  static final String NAMESPACE = "Picasso/Chat";

  /** The format allows 100 values a metric and line. */
  private static final int MOST_VALUES = 100;

  private EmbeddedMetrics() {}

  /** One line, or several if a metric has more values than a line can carry. */
  static List<String> lines(Origin origin, Measures measures, Instant instant) {
    int longest = measures.values().values().stream().mapToInt(List::size).max().orElse(0);
    var lines = new ArrayList<String>();
    for (int from = 0; from < longest; from += MOST_VALUES) {
      lines.add(line(origin, measures, instant, from).toString());
    }
    return lines;
  }

  private static ObjectNode line(Origin origin, Measures measures, Instant instant, int from) {
    var line =
        JsonNodeFactory.instance
            .objectNode()
            .put("FunctionName", origin.function())
            .put("Resource", origin.resource())
            .put("ExecutedVersion", origin.version());
    var aws = line.putObject("_aws").put("Timestamp", instant.toEpochMilli());
    var directive = aws.putArray("CloudWatchMetrics").addObject().put("Namespace", NAMESPACE);
    var dimensions = directive.putArray("Dimensions");
    dimensions.addArray().add("FunctionName").add("Resource").add("ExecutedVersion");
    dimensions.addArray().add("FunctionName");
    var names = directive.putArray("Metrics");
    measures.values().entrySet().stream()
        .filter(entry -> entry.getValue().size() > from)
        .forEach(entry -> put(line, names, entry, from));
    return line;
  }

  private static void put(
      ObjectNode line, ArrayNode names, Map.Entry<Metric, List<Double>> entry, int from) {
    var metric = entry.getKey();
    var values = entry.getValue();
    names
        .addObject()
        .put("Name", metric.text())
        .put("Unit", metric.unit())
        .put("StorageResolution", 1);
    var part = values.subList(from, Math.min(from + MOST_VALUES, values.size()));
    if (part.size() == 1) {
      number(line, metric.text(), part.getFirst());
    } else {
      var array = line.putArray(metric.text());
      part.forEach(array::add);
    }
  }

  private static void number(ObjectNode line, String name, double value) {
    if (value == Math.rint(value)) {
      line.put(name, (long) value);
    } else {
      line.put(name, value);
    }
  }
}

package ai.myrecruiter.picasso.local.cloudwatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads log lines in embedded metric format and checks them by its specification: names, sizes, and
 * that every dimension and metric that is announced is there.
 */
final class EmbeddedMetricsReader {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MAX_METRICS = 100;
  private static final int MAX_DIMENSIONS = 30;
  private static final int MAX_NAME = 1024;
  private static final int MAX_VALUES = 100;

  private static final class Rejected extends Exception {
    private static final long serialVersionUID = 1;

    Rejected(String reason) {
      super(reason);
    }
  }

  EmbeddedMetrics read(String line) {
    if (!line.contains("\"_aws\"")) {
      return new EmbeddedMetrics.NotEmbedded();
    }
    try {
      return new EmbeddedMetrics.Values(values(JSON.readTree(line)));
    } catch (JsonProcessingException e) {
      return new EmbeddedMetrics.Malformed("the line is not one JSON object");
    } catch (Rejected e) {
      return new EmbeddedMetrics.Malformed(String.valueOf(e.getMessage()));
    }
  }

  private static List<EmbeddedMetrics.Value> values(JsonNode root) throws Rejected {
    var timestamp = root.at("/_aws/Timestamp");
    if (!timestamp.isIntegralNumber() || timestamp.asLong() < 0) {
      throw new Rejected("_aws.Timestamp is not a number of milliseconds since the epoch");
    }
    var directives = root.at("/_aws/CloudWatchMetrics");
    if (!directives.isArray()) {
      throw new Rejected("_aws.CloudWatchMetrics is not an array");
    }
    var values = new ArrayList<EmbeddedMetrics.Value>();
    for (var directive : directives) {
      values.addAll(directive(root, directive, timestamp.asLong()));
    }
    return values;
  }

  private static List<EmbeddedMetrics.Value> directive(
      JsonNode root, JsonNode directive, long epochMillis) throws Rejected {
    var namespace = name(directive.path("Namespace"), "Namespace");
    var metrics = array(directive, "Metrics");
    if (metrics.size() > MAX_METRICS) {
      throw new Rejected(
          "Metrics has %d entries, at most %d".formatted(metrics.size(), MAX_METRICS));
    }
    var values = new ArrayList<EmbeddedMetrics.Value>();
    for (var dimensions : array(directive, "Dimensions")) {
      var set = dimensions(root, dimensions);
      for (var metric : metrics) {
        var name = name(metric.path("Name"), "Metrics[].Name");
        values.add(
            new EmbeddedMetrics.Value(
                MetricId.of(namespace, name, set),
                epochMillis,
                numbers(root, name),
                resolution(metric)));
      }
    }
    return values;
  }

  private static JsonNode array(JsonNode directive, String field) throws Rejected {
    var array = directive.path(field);
    if (!array.isArray()) {
      throw new Rejected("CloudWatchMetrics[].%s is not an array".formatted(field));
    }
    return array;
  }

  private static Map<String, String> dimensions(JsonNode root, JsonNode names) throws Rejected {
    if (!names.isArray() || names.size() > MAX_DIMENSIONS) {
      throw new Rejected(
          "a dimension set is not an array of at most %d names".formatted(MAX_DIMENSIONS));
    }
    var set = new HashMap<String, String>();
    for (var name : names) {
      var value = root.path(name.asText());
      if (!name.isTextual() || !value.isTextual() || value.asText().isBlank()) {
        throw new Rejected("dimension %s has no text value in the line".formatted(name));
      }
      set.put(name.asText(), value.asText());
    }
    return set;
  }

  private static String name(JsonNode node, String field) throws Rejected {
    var text = node.asText("");
    if (!node.isTextual() || text.isBlank() || text.length() > MAX_NAME) {
      throw new Rejected("%s is not a text of 1 to %d characters".formatted(field, MAX_NAME));
    }
    return text;
  }

  private static List<Double> numbers(JsonNode root, String name) throws Rejected {
    var node = root.path(name);
    if (node.isNumber()) {
      return List.of(node.asDouble());
    }
    var numbers = new ArrayList<Double>();
    for (var element : node) {
      if (element.isNumber()) {
        numbers.add(element.asDouble());
      }
    }
    if (!node.isArray() || numbers.size() != node.size() || numbers.size() > MAX_VALUES) {
      throw new Rejected(
          "metric %s is not a number or an array of at most %d numbers"
              .formatted(name, MAX_VALUES));
    }
    return numbers;
  }

  private static Resolution resolution(JsonNode metric) throws Rejected {
    int seconds = metric.path("StorageResolution").asInt(60);
    if (seconds != 1 && seconds != 60) {
      throw new Rejected("StorageResolution %d is not 1 or 60".formatted(seconds));
    }
    return Resolution.ofSeconds(seconds);
  }
}

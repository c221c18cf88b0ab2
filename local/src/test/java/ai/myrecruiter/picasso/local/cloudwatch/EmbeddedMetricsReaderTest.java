package ai.myrecruiter.picasso.local.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EmbeddedMetricsReaderTest {
  private static final String GOOD =
      """
      {"_aws": {"Timestamp": 1793606400000, "CloudWatchMetrics": [{"Namespace": "Picasso/Chat",
        "Dimensions": [["FunctionName", "Version"], ["FunctionName"]],
        "Metrics": [{"Name": "Requests", "Unit": "Count", "StorageResolution": 1}, {"Name": "Latency"}]}]},
       "FunctionName": "chat", "Version": "2", "Requests": 1, "Latency": [3, 4.5]}
      """;
  private final EmbeddedMetricsReader reader = new EmbeddedMetricsReader();

  @Test
  void readsEveryMetricUnderEveryDimensionSet() {
    var values = ((EmbeddedMetrics.Values) reader.read(GOOD)).values();
    var both = Map.of("FunctionName", "chat", "Version", "2");
    assertThat(values)
        .containsExactly(
            value("Requests", both, List.of(1.0), Resolution.HIGH),
            value("Latency", both, List.of(3.0, 4.5), Resolution.STANDARD),
            value("Requests", Map.of("FunctionName", "chat"), List.of(1.0), Resolution.HIGH),
            value(
                "Latency", Map.of("FunctionName", "chat"), List.of(3.0, 4.5), Resolution.STANDARD));
  }

  private static EmbeddedMetrics.Value value(
      String name, Map<String, String> dimensions, List<Double> values, Resolution resolution) {
    return new EmbeddedMetrics.Value(
        MetricId.of("Picasso/Chat", name, dimensions), 1793606400000L, values, resolution);
  }

  @Test
  void leavesOtherLinesAlone() {
    assertThat(reader.read("plain text")).isInstanceOf(EmbeddedMetrics.NotEmbedded.class);
    assertThat(reader.read("{\"level\":\"INFO\"}")).isInstanceOf(EmbeddedMetrics.NotEmbedded.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'\"Timestamp\": 1793606400000' | '\"Timestamp\": \"now\"' | _aws.Timestamp is not a"
            + " number",
        "'\"CloudWatchMetrics\"' | '\"Metricz\"' | _aws.CloudWatchMetrics is not an array",
        "'\"Namespace\": \"Picasso/Chat\"' | '\"Namespace\": \"\"' | Namespace is not a text",
        "'\"Dimensions\"' | '\"Dim\"' | Dimensions is not an array",
        "'[\"FunctionName\"]' | '\"FunctionName\"' | a dimension set is not an array",
        "'\"Version\": \"2\"' | '\"Version\": 2' | dimension \"Version\" has no text value",
        "'{\"Name\": \"Latency\"}' | '{\"Name\": 7}' | Metrics[].Name is not a text",
        "'\"Requests\": 1' | '\"Requests\": \"1\"' | metric Requests is not a number",
        "'[3, 4.5]' | '[3, \"4\"]' | metric Latency is not a number or an array",
        "'\"StorageResolution\": 1' | '\"StorageResolution\": 5' | StorageResolution 5 is not 1 or"
            + " 60",
        "'\"chat\", ' | '\"chat\" ' | the line is not one JSON object"
      })
  void saysWhatIsWrongWithALine(String good, String bad, String reason) {
    assertThat(GOOD).contains(good);
    assertThat(reader.read(GOOD.replace(good, bad)))
        .isInstanceOfSatisfying(
            EmbeddedMetrics.Malformed.class,
            malformed -> assertThat(malformed.reason()).contains(reason));
  }
}

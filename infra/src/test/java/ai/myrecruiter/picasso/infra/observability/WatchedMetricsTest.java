package ai.myrecruiter.picasso.infra.observability;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.infra.SynthesizedApp;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the alarms and the dashboard look at is what is published, by name and by dimension. */
final class WatchedMetricsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> OF_LAMBDA = Set.of("Errors", "Invocations");

  private record Watched(String namespace, String name, Map<String, String> dimensions) {}

  /** The payload's own list, as its source has it: {@code TOKENS_ISSUED("TokensIssued", ...)}. */
  private static Set<String> published() throws IOException {
    var source =
        SynthesizedApp.root()
            .resolve("runtime/src/main/java/ai/myrecruiter/picasso/runtime/telemetry/Metric.java");
    var names = new TreeSet<String>();
    Pattern.compile("^  [A-Z_]+\\(\"([A-Za-z]+)\", Unit\\.", Pattern.MULTILINE)
        .matcher(Files.readString(source))
        .results()
        .forEach(match -> names.add(match.group(1)));
    assertThat(names).hasSizeGreaterThan(15);
    return names;
  }

  private static JsonNode dashboard(String environment) throws IOException {
    var body =
        SynthesizedApp.properties(
                "picasso-" + environment + "-observability", "AWS::CloudWatch::Dashboard")
            .getFirst()
            .path("DashboardBody");
    var text = new StringBuilder();
    body.at("/Fn::Join/1").forEach(part -> text.append(part.isTextual() ? part.asText() : "x"));
    return JSON.readTree(text.toString());
  }

  /** The metrics of the graphs; those that expressions are made of are among them. */
  private static List<Watched> onDashboard(String environment) throws IOException {
    var all = new ArrayList<Watched>();
    for (var widget : dashboard(environment).path("widgets")) {
      for (var metric : widget.at("/properties/metrics")) {
        if (metric.path(0).isTextual()) {
          var dimensions = new TreeMap<String, String>();
          for (int at = 2; metric.path(at).isTextual(); at += 2) {
            dimensions.put(metric.path(at).asText(), metric.path(at + 1).asText());
          }
          all.add(new Watched(metric.path(0).asText(), metric.path(1).asText(), dimensions));
        }
      }
    }
    return all;
  }

  private static List<Watched> ofAlarms(String environment) {
    var all = new ArrayList<Watched>();
    var stack = "picasso-" + environment + "-observability";
    for (var alarm : SynthesizedApp.properties(stack, "AWS::CloudWatch::Alarm")) {
      if (alarm.has("MetricName")) {
        all.add(watched(alarm));
      }
      for (var query : alarm.path("Metrics")) {
        if (query.has("MetricStat")) {
          all.add(watched(query.at("/MetricStat/Metric")));
        }
      }
    }
    return all;
  }

  private static Watched watched(JsonNode metric) {
    var dimensions = new TreeMap<String, String>();
    metric
        .path("Dimensions")
        .forEach(it -> dimensions.put(it.path("Name").asText(), it.path("Value").asText()));
    return new Watched(
        metric.path("Namespace").asText(), metric.path("MetricName").asText(), dimensions);
  }

  @ParameterizedTest
  @ValueSource(strings = {"staging", "production"})
  void isPublishedUnderItsNameAndDimensions(String environment) throws IOException {
    var published = published();
    var functions = new ArrayList<String>();
    SynthesizedApp.properties("picasso-" + environment + "-payload", "AWS::Lambda::Function")
        .forEach(function -> functions.add(function.path("FunctionName").asText()));
    var all = new ArrayList<>(onDashboard(environment));
    all.addAll(ofAlarms(environment));
    assertThat(all).hasSizeGreaterThan(20);
    for (var one : all) {
      assertThat(functions).contains(one.dimensions().get("FunctionName"));
      if (one.namespace().equals("Picasso/Chat")) {
        assertThat(published).contains(one.name());
        assertThat(one.dimensions()).as("as alarms watch it").containsOnlyKeys("FunctionName");
      } else {
        assertThat(one.namespace()).isEqualTo("AWS/Lambda");
        assertThat(OF_LAMBDA).contains(one.name());
        assertThat(one.dimensions())
            .containsOnlyKeys("FunctionName", "Resource")
            .containsEntry("Resource", one.dimensions().get("FunctionName") + ":live");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"staging", "production"})
  void isOnTheDashboardWhenAnAlarmLooksAtIt(String environment) throws IOException {
    assertThat(onDashboard(environment)).containsAll(ofAlarms(environment));
  }

  @Test
  void countsFailuresOfModelStreamAndRedactionToo() throws IOException {
    assertThat(onDashboard("production"))
        .extracting(Watched::name)
        .contains("ModelErrors", "StreamErrors", "RedactionFailures");
  }

  @Test
  void overlapsNoWidgetWithAnother() throws IOException {
    var taken = new TreeSet<String>();
    for (var widget : dashboard("production").path("widgets")) {
      var place = widget.path("x").asInt() + "," + widget.path("y").asInt();
      assertThat(taken.add(place)).as(place).isTrue();
      assertThat(widget.path("x").asInt() + widget.path("width").asInt()).isLessThanOrEqualTo(24);
    }
  }
}
